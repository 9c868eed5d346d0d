/* What a source document says, sentence by sentence, each with the cases that hold an endpoint to
 * it, or with the reason why none does. */
#ifndef SSMSPEC_SRC_CASE_STATEMENT_H
#define SSMSPEC_SRC_CASE_STATEMENT_H

struct ssmspec_statement {
    const char *document; /* "API:CancelCommand"; NULL ends a table */
    const char *locator;  /* where in it */
    const char *text;     /* in our own words */
    const char *cases;    /* id patterns, joined with blanks; NULL: none */
    const char *reason;   /* why none, or what they leave open; NULL where cases say all */
};

#endif
