#include "src/case/derive.h"

#include "src/case/catalogue.h"
#include "src/case/expect.h"
#include "src/case/place.h"
#include "src/json/json.h"

#define DEPTH_MAX 12

/* One operation being walked, against one of its bases. */
struct walk {
    struct ssmspec_catalogue *catalogue;
    const struct ssmspec_operation *operation;
    const char *base; /* NULL: the member's own, else the operation's */
    bool is_live;
};

/* One rule at one place, being probed. */
struct aim {
    const struct walk *walk;
    const struct ssmspec_place *place;
    const struct ssmspec_constraint *constraint;
    const char *path;
    const char *rule;
    const char *member;          /* wire path */
    struct ssmspec_view control; /* body with a value inside every bound at the place */
};

static const char *base_of(const struct walk *walk, const struct ssmspec_place *place) {
    if (walk->base != NULL) {
        return walk->base;
    }
    const struct ssmspec_member *top = ssmspec_place_top(place);
    return top->base != NULL ? top->base : walk->operation->base;
}

/* Which phrase a rejection of this value carries. */
static enum ssmspec_err find_phrase(const struct aim *aim, const struct ssmspec_probe *probe,
                                    const char **phrase) {
    struct ssmspec_arena *arena = aim->walk->catalogue->arena;
    const struct ssmspec_constraint_kind *kind = ssmspec_constraint_kind(aim->constraint->kind);
    const struct ssmspec_json *value = NULL;
    if (probe->value.ptr != NULL && ssmspec_json_read(probe->value, &ssmspec_json_default_limits,
                                                      arena, &value, NULL) != SSMSPEC_OK) {
        return SSMSPEC_OK;
    }
    const enum ssmspec_side side =
        kind->check(aim->constraint, aim->place->shape, value, aim->walk->catalogue->patterns);
    struct ssmspec_bytes text = {0};
    kind->describe(aim->constraint, aim->place->shape, side, &text);
    *phrase = ssmspec_arena_text(arena, ssmspec_bytes_view(&text));
    ssmspec_bytes_clear(&text);
    ENSURE(*phrase != NULL, SSMSPEC_ERR_NOMEM);
    return SSMSPEC_OK;
}

/* Wrong types are answered without a word about where (OBS:F-48 and following). */
static enum ssmspec_err add_wording(const struct aim *aim, const struct ssmspec_probe *probe,
                                    struct ssmspec_expectation *expect) {
    if (aim->constraint->kind == SSMSPEC_TYPE) {
        return SSMSPEC_OK;
    }
    expect->member = aim->member;
    return find_phrase(aim, probe, &expect->phrase);
}

/* One for all probes, for those of REQUIRED and of absence too. */
static enum ssmspec_err fill_control(struct aim *aim) {
    struct ssmspec_bytes example = {0};
    enum ssmspec_err err = ssmspec_shape_example(aim->place->shape, &example);
    if (err == SSMSPEC_OK) {
        err = ssmspec_place_fill(aim->place, base_of(aim->walk, aim->place),
                                 ssmspec_bytes_view(&example), aim->walk->catalogue->arena,
                                 &aim->control);
    }
    ssmspec_bytes_clear(&example);
    return err;
}

static enum ssmspec_err add_control(const struct aim *aim, struct ssmspec_case *row) {
    const struct walk *walk = aim->walk;
    row->control.body = aim->control;
    row->control_kind = SSMSPEC_CONTROL_ACCEPTED;
    row->foil.body = ssmspec_view_of(walk->operation->foil);
    return ssmspec_expect_accepted(walk->operation, walk->is_live, aim->place, SSMSPEC_NONE,
                                   &row->control_expect);
}

static void add_foil(const struct walk *walk, struct ssmspec_case *row) {
    row->control_kind = SSMSPEC_CONTROL_FOIL;
    row->control.body = ssmspec_view_of(walk->operation->foil);
}

static enum ssmspec_level level_of(const struct ssmspec_probe *probe) {
    return probe->stance == SSMSPEC_UNSETTLED ? SSMSPEC_MAY : SSMSPEC_MUST;
}

static enum ssmspec_err take_probe(void *context, const struct ssmspec_probe *probe) {
    const struct aim *aim = context;
    const struct walk *walk = aim->walk;
    struct ssmspec_catalogue *catalogue = walk->catalogue;
    struct ssmspec_case row = {
        .path = aim->path,
        .kind = ssmspec_kind_name(aim->constraint->kind),
        .rule = aim->rule,
        .level = level_of(probe),
        .source = ssmspec_catalogue_source(catalogue, walk->operation,
                                           probe->source != NULL ? probe->source
                                                                 : aim->constraint->source),
        .effect = walk->is_live ? SSMSPEC_EFFECT_EXECUTE : SSMSPEC_EFFECT_NONE,
    };
    row.probe =
        ssmspec_arena_printf(catalogue->arena, "%s%s", probe->name, walk->is_live ? "-live" : "");
    ENSURE(row.probe != NULL && row.source != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(ssmspec_catalogue_address(catalogue, walk->operation, &row));
    GUARD(ssmspec_place_fill(aim->place, base_of(walk, aim->place), probe->value, catalogue->arena,
                             &row.request.body));
    GUARD(ssmspec_expect_probe(walk->operation, walk->is_live, aim->place, aim->constraint, probe,
                               &row.expect));
    if (probe->stance == SSMSPEC_REJECT) {
        GUARD(add_wording(aim, probe, &row.expect));
        GUARD(add_control(aim, &row));
    } else if (probe->stance == SSMSPEC_ACCEPT) {
        add_foil(walk, &row);
    }
    return ssmspec_catalogue_add(catalogue, &row);
}

static const char *rule_text(const struct aim *aim) {
    struct ssmspec_bytes text = {0};
    ssmspec_bytes_printf(&text, "%s: ", aim->path);
    ssmspec_constraint_kind(aim->constraint->kind)
        ->describe(aim->constraint, aim->place->shape, SSMSPEC_WITHIN, &text);
    const char *kept = ssmspec_arena_text(aim->walk->catalogue->arena, ssmspec_bytes_view(&text));
    ssmspec_bytes_clear(&text);
    return kept;
}

static const char *path_text(struct ssmspec_arena *arena, const struct ssmspec_place *place,
                             enum ssmspec_err (*write)(const struct ssmspec_place *,
                                                       struct ssmspec_bytes *)) {
    struct ssmspec_bytes text = {0};
    const char *kept = NULL;
    if (write(place, &text) == SSMSPEC_OK) {
        kept = ssmspec_arena_text(arena, ssmspec_bytes_view(&text));
    }
    ssmspec_bytes_clear(&text);
    return kept;
}

static enum ssmspec_err probe_rule(const struct walk *walk, const struct ssmspec_place *place,
                                   const struct ssmspec_constraint *constraint) {
    struct ssmspec_arena *arena = walk->catalogue->arena;
    struct aim aim = {.walk = walk, .place = place, .constraint = constraint};
    aim.path = path_text(arena, place, ssmspec_place_path);
    aim.member = path_text(arena, place, ssmspec_place_wire_path);
    ENSURE(aim.path != NULL && aim.member != NULL, SSMSPEC_ERR_NOMEM);
    aim.rule = rule_text(&aim);
    ENSURE(aim.rule != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(fill_control(&aim));
    const struct ssmspec_site site = {
        .shape = place->shape,
        .member = place->step == SSMSPEC_STEP_MEMBER ? place->member : NULL,
        .constraint = constraint,
        .is_nested = place->parent != NULL,
        .is_element = place->step == SSMSPEC_STEP_ELEMENT || place->step == SSMSPEC_STEP_VALUE,
    };
    return ssmspec_constraint_kind(constraint->kind)->probe(&site, arena, take_probe, &aim);
}

/* The source of a place's required and type rules: its membership, else its shape's name. */
static const char *source_of(const struct walk *walk, const struct ssmspec_place *place) {
    if (place->step == SSMSPEC_STEP_MEMBER) {
        return place->member->source;
    }
    return ssmspec_arena_printf(walk->catalogue->arena, "MODEL:%s", place->shape->name);
}

static enum ssmspec_err probe_place(const struct walk *walk, const struct ssmspec_place *place) {
    struct ssmspec_arena *arena = walk->catalogue->arena;
    struct ssmspec_constraint *made = ssmspec_arena_alloc(arena, 2 * sizeof *made);
    ENSURE(made != NULL, SSMSPEC_ERR_NOMEM);
    const char *source = source_of(walk, place);
    ENSURE(source != NULL, SSMSPEC_ERR_NOMEM);
    made[0] = (struct ssmspec_constraint){.kind = SSMSPEC_REQUIRED, .source = source};
    made[1] = (struct ssmspec_constraint){.kind = SSMSPEC_TYPE, .source = source};
    if (place->step == SSMSPEC_STEP_MEMBER && place->member->is_required) {
        GUARD(probe_rule(walk, place, &made[0]));
    }
    if (place->step != SSMSPEC_STEP_KEY) {
        GUARD(probe_rule(walk, place, &made[1]));
    }
    for (size_t i = 0; i < place->shape->constraint_count; i++) {
        GUARD(probe_rule(walk, place, &place->shape->constraints[i]));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err walk_shape(const struct walk *walk, const struct ssmspec_place *parent,
                                   const struct ssmspec_shape *shape, unsigned depth);

static enum ssmspec_err walk_place(const struct walk *walk, const struct ssmspec_place *place,
                                   unsigned depth) {
    GUARD(probe_place(walk, place));
    return walk_shape(walk, place, place->shape, depth + 1);
}

/* A live base settles some members itself: what it names is not probed against it. */
static bool is_settled(const struct walk *walk, const struct ssmspec_member *member) {
    if (walk->base == NULL) {
        return false;
    }
    const struct ssmspec_json *root = NULL;
    return ssmspec_json_read(ssmspec_view_of(walk->base), &ssmspec_json_default_limits,
                             walk->catalogue->arena, &root, NULL) != SSMSPEC_OK ||
           ssmspec_json_member(root, member->name) != NULL;
}

static enum ssmspec_err walk_members(const struct walk *walk, const struct ssmspec_place *parent,
                                     const struct ssmspec_shape *shape, unsigned depth) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct ssmspec_member *member = &shape->members[i];
        if (parent == NULL && is_settled(walk, member)) {
            continue;
        }
        const struct ssmspec_place place = {.parent = parent,
                                            .step = SSMSPEC_STEP_MEMBER,
                                            .holder = shape,
                                            .member = member,
                                            .shape = member->shape};
        GUARD(walk_place(walk, &place, depth));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err walk_inside(const struct walk *walk, const struct ssmspec_place *parent,
                                    enum ssmspec_place_step step,
                                    const struct ssmspec_shape *holder,
                                    const struct ssmspec_shape *inner, unsigned depth) {
    const struct ssmspec_place place = {
        .parent = parent, .step = step, .holder = holder, .shape = inner};
    return walk_place(walk, &place, depth);
}

static enum ssmspec_err walk_shape(const struct walk *walk, const struct ssmspec_place *parent,
                                   const struct ssmspec_shape *shape, unsigned depth) {
    ENSURE(depth < DEPTH_MAX, SSMSPEC_ERR_TABLE);
    switch (shape->type) {
    case SSMSPEC_STRUCTURE:
        return walk_members(walk, parent, shape, depth);
    case SSMSPEC_LIST:
        return walk_inside(walk, parent, SSMSPEC_STEP_ELEMENT, shape, shape->element, depth);
    case SSMSPEC_MAP:
        GUARD(walk_inside(walk, parent, SSMSPEC_STEP_KEY, shape, shape->key, depth));
        return walk_inside(walk, parent, SSMSPEC_STEP_VALUE, shape, shape->element, depth);
    default:
        return SSMSPEC_OK;
    }
}

static enum ssmspec_err walk_operation(struct ssmspec_catalogue *catalogue,
                                       const struct ssmspec_operation *operation) {
    const struct walk plain = {.catalogue = catalogue, .operation = operation};
    GUARD(walk_shape(&plain, NULL, operation->input, 0));
    if (operation->live_base == NULL) {
        return SSMSPEC_OK;
    }
    const struct walk live = {.catalogue = catalogue,
                              .operation = operation,
                              .base = operation->live_base,
                              .is_live = true};
    return walk_shape(&live, NULL, operation->input, 0);
}

static enum ssmspec_err derive_all(const struct ssmspec_suite *suite,
                                   struct ssmspec_catalogue *catalogue) {
    GUARD(ssmspec_catalogue_rows(catalogue, suite, NULL));
    const struct ssmspec_operation *const *operation = suite->service->operations;
    for (; *operation != NULL; operation++) {
        GUARD(ssmspec_catalogue_scenarios(catalogue, suite, *operation));
        GUARD(ssmspec_catalogue_rows(catalogue, suite, *operation));
        GUARD(walk_operation(catalogue, *operation));
    }
    const struct ssmspec_case_file *file = suite->case_files;
    for (; file != NULL && file->name != NULL; file++) {
        GUARD(ssmspec_case_file_add(catalogue, file));
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_cases_derive(const struct ssmspec_suite *suite,
                                      struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                      struct ssmspec_bytes *why) {
    struct ssmspec_catalogue catalogue = {.suite = suite, .arena = arena, .why = why};
    GUARD(ssmspec_patterns_new(&catalogue.patterns));
    enum ssmspec_err err = derive_all(suite, &catalogue);
    if (err == SSMSPEC_OK) {
        err = ssmspec_catalogue_finish(&catalogue, out);
    }
    ssmspec_patterns_free(catalogue.patterns);
    return err;
}
