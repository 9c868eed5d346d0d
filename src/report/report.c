#include "src/report/report.h"

#include "src/report/formats.h"

const struct ssmspec_report_format ssmspec_report_formats[] = {
    {"json", ssmspec_report_json},
    {"junit", ssmspec_report_junit},
    {"text", ssmspec_report_text},
    {NULL, NULL},
};

const struct ssmspec_report_format *ssmspec_report_format(struct ssmspec_view name) {
    for (const struct ssmspec_report_format *row = ssmspec_report_formats; row->name != NULL;
         row++) {
        if (ssmspec_view_is(name, row->name)) {
            return row;
        }
    }
    return NULL;
}
