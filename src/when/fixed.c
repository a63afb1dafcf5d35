/* Words that point at the present, the past or the future as a whole. */
#include "when/frame.h"

/* "the past", "the future": not "the past two weeks" (which the rule of periods reads) nor "the past president". */
static bool the_past(const when_reader *r, uint32_t i) {
    uint32_t next = i + 2;
    return is(r, i, WHEN_THE) &&
           (is(r, next, WHEN_PREP) || mark(r, next, ',') || mark(r, next, '.') || mark(r, next, ';') ||
            !(mark(r, next, 'a') || mark(r, next, '-'))) &&
           atom(r, i + 1)->mark == 'a';
}

bool dl_rule_ref(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_REF, .first = i, .end = i + 1};
    if (is(r, i, WHEN_REF)) {
        out->number = (int16_t)dl_when_value(r, i, WHEN_REF);
        return true;
    }
    bool modifier = is_code(r, i, WHEN_WHICH, CODE_CURRENT) && dl_when_word_is(r, i, "current") && mark(r, i + 1, 'a') && !is(r, i + 1, WHEN_UNIT);
    if (modifier && !is(r, i + 1, WHEN_FISCAL)) return out->number = CODE_PRESENT_REF, true;
    if (the_past(r, i)) {
        out->end = i + 2;
        if (is_code(r, i + 1, WHEN_WHICH, CODE_PAST)) return out->number = CODE_PAST_REF, true;
        if (is_code(r, i + 1, WHEN_WHICH, CODE_CURRENT) && dl_when_word_is(r, i + 1, "present")) return out->number = CODE_PRESENT_REF, true;
        if (is(r, i + 1, WHEN_ERA)) return out->number = (int16_t)dl_when_value(r, i + 1, WHEN_ERA), true;
    }
    return false;
}
