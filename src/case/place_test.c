#include "src/case/place.h"

#include "src/base/testing.h"

/* An invented input: a Size, Tags instead of it, Layers of a Name and Hues, and Notes by key. */
static const struct ssmspec_shape text = {
    .name = "Text", .type = SSMSPEC_STRING, .example = "\"t\""};
static const struct ssmspec_shape number = {
    .name = "Number", .type = SSMSPEC_INTEGER, .example = "5"};
static const struct ssmspec_shape texts = {
    .name = "Texts", .type = SSMSPEC_LIST, .element = &text, .example = "[\"t\"]"};
static const struct ssmspec_shape notes = {.name = "Notes",
                                           .type = SSMSPEC_MAP,
                                           .key = &text,
                                           .element = &texts,
                                           .example = "{\"t\":[\"t\"]}"};
static const struct ssmspec_shape layer = {
    .name = "Layer",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Name", .shape = &text, .is_required = true},
                    {.name = "Hues", .shape = &texts}),
};
static const struct ssmspec_shape layers = {
    .name = "Layers", .type = SSMSPEC_LIST, .element = &layer};
static const struct ssmspec_shape input = {
    .name = "PaintRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Size", .shape = &number},
                    {.name = "Tags", .shape = &texts, .instead_of = "Size"},
                    {.name = "Layers", .shape = &layers}, {.name = "Notes", .shape = &notes}),
};

static const char base[] = "{\"Wall\":\"north\",\"Size\":5}";

#define TOP(index)                                                                      \
    {                                                                                   \
        .step = SSMSPEC_STEP_MEMBER, .holder = &input, .member = &input.members[index], \
        .shape = input.members[index].shape                                             \
    }

enum { SIZE, TAGS, LAYERS, NOTES };

/* Size, Tags, Tags[], Layers, Layers[], Layers[].Hues, Layers[].Hues[], Notes, its key and value.
 */
struct places {
    struct ssmspec_place size, tags, tag, layers, layer, hues, hue, notes, key, value, note;
};

static struct ssmspec_place inside(const struct ssmspec_place *parent,
                                   enum ssmspec_place_step step) {
    const struct ssmspec_shape *holder = parent->shape;
    return (struct ssmspec_place){.parent = parent,
                                  .step = step,
                                  .holder = holder,
                                  .shape =
                                      step == SSMSPEC_STEP_KEY ? holder->key : holder->element};
}

static int set_up(void **state) {
    static struct places places;
    places.size = (struct ssmspec_place)TOP(SIZE);
    places.tags = (struct ssmspec_place)TOP(TAGS);
    places.tag = inside(&places.tags, SSMSPEC_STEP_ELEMENT);
    places.layers = (struct ssmspec_place)TOP(LAYERS);
    places.layer = inside(&places.layers, SSMSPEC_STEP_ELEMENT);
    places.hues = (struct ssmspec_place){.parent = &places.layer,
                                         .step = SSMSPEC_STEP_MEMBER,
                                         .holder = &layer,
                                         .member = &layer.members[1],
                                         .shape = &texts};
    places.hue = inside(&places.hues, SSMSPEC_STEP_ELEMENT);
    places.notes = (struct ssmspec_place)TOP(NOTES);
    places.key = inside(&places.notes, SSMSPEC_STEP_KEY);
    places.value = inside(&places.notes, SSMSPEC_STEP_VALUE);
    places.note = inside(&places.value, SSMSPEC_STEP_ELEMENT);
    *state = &places;
    return 0;
}

static void assert_paths(const struct ssmspec_place *place, const char *path, const char *wire) {
    struct ssmspec_bytes out = {0};
    ASSERT_OK(ssmspec_place_path(place, &out));
    ASSERT_VIEW(ssmspec_bytes_view(&out), path);
    ssmspec_bytes_reset(&out);
    ASSERT_OK(ssmspec_place_wire_path(place, &out));
    ASSERT_VIEW(ssmspec_bytes_view(&out), wire);
    ssmspec_bytes_clear(&out);
}

static void assert_filled(const struct ssmspec_place *place, const char *value,
                          const char *wanted) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_view body = {0};
    ASSERT_OK(ssmspec_place_fill(place, base, ssmspec_view_of(value), &arena, &body));
    ASSERT_VIEW(body, wanted);
    ssmspec_arena_clear(&arena);
}

static void members_are_named_from_the_top(void **state) {
    const struct places *places = *state;
    assert_paths(&places->size, "Size", "size");
    assert_paths(&places->layers, "Layers", "layers");
    assert_ptr_equal(ssmspec_place_top(&places->hue), &input.members[LAYERS]);
    assert_ptr_equal(ssmspec_place_top(&places->size), &input.members[SIZE]);
}

static void scalars_of_a_list_are_rejected_at_the_list(void **state) {
    const struct places *places = *state;
    assert_paths(&places->tag, "Tags.member", "tags");
    assert_paths(&places->key, "Notes.key", "notes");
    assert_paths(&places->value, "Notes.value", "notes");
    assert_paths(&places->note, "Notes.value.member", "notes");
}

static void an_element_that_only_leads_on_is_not_named_in_ids(void **state) {
    const struct places *places = *state;
    assert_paths(&places->layer, "Layers.member", "layers");
    assert_paths(&places->hues, "Layers.Hues", "layers.1.member.hues");
    assert_paths(&places->hue, "Layers.Hues.member", "layers.1.member.hues");
}

static void a_value_replaces_what_stood_in_its_place(void **state) {
    const struct places *places = *state;
    assert_filled(&places->size, "9", "{\"Wall\":\"north\",\"Size\":9}");
    assert_filled(&places->size, NULL, "{\"Wall\":\"north\"}");
    assert_filled(&places->size, "null", "{\"Wall\":\"north\",\"Size\":null}");
}

static void a_value_need_not_be_json(void **state) {
    const struct places *places = *state;
    assert_filled(&places->size, "0x2G", "{\"Wall\":\"north\",\"Size\":0x2G}");
}

static void what_gives_way_stays_where_nothing_takes_its_place(void **state) {
    const struct places *places = *state;
    assert_filled(&places->tags, "[\"a\"]", "{\"Wall\":\"north\",\"Tags\":[\"a\"]}");
    assert_filled(&places->tag, "1", "{\"Wall\":\"north\",\"Tags\":[1]}");
    assert_filled(&places->tags, "[]", "{\"Wall\":\"north\",\"Size\":5,\"Tags\":[]}");
    assert_filled(&places->tags, "null", "{\"Wall\":\"north\",\"Size\":5,\"Tags\":null}");
    assert_filled(&places->tags, NULL, "{\"Wall\":\"north\",\"Size\":5}");
}

static void what_stands_on_the_way_is_made_valid(void **state) {
    const struct places *places = *state;
    assert_filled(&places->hue, "7",
                  "{\"Wall\":\"north\",\"Size\":5,\"Layers\":[{\"Name\":\"t\",\"Hues\":[7]}]}");
    assert_filled(&places->hues, NULL,
                  "{\"Wall\":\"north\",\"Size\":5,\"Layers\":[{\"Name\":\"t\"}]}");
    assert_filled(&places->key, "\"k\"",
                  "{\"Wall\":\"north\",\"Size\":5,\"Notes\":{\"k\":[\"t\"]}}");
    assert_filled(&places->note, "7", "{\"Wall\":\"north\",\"Size\":5,\"Notes\":{\"t\":[7]}}");
}

static void a_base_that_is_no_object_is_a_fault_of_the_table(void **state) {
    const struct places *places = *state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_view body = {0};
    assert_int_equal(ssmspec_place_fill(&places->size, "[]", SSMSPEC_VIEW("1"), &arena, &body),
                     SSMSPEC_ERR_TABLE);
    assert_null(body.ptr);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_named_from_the_top),
        cmocka_unit_test(scalars_of_a_list_are_rejected_at_the_list),
        cmocka_unit_test(an_element_that_only_leads_on_is_not_named_in_ids),
        cmocka_unit_test(a_value_replaces_what_stood_in_its_place),
        cmocka_unit_test(a_value_need_not_be_json),
        cmocka_unit_test(what_gives_way_stays_where_nothing_takes_its_place),
        cmocka_unit_test(what_stands_on_the_way_is_made_valid),
        cmocka_unit_test(a_base_that_is_no_object_is_a_fault_of_the_table),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
