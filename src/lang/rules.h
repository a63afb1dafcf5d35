/* Rules that mend one word of a tree each, in groups. A rule tells which words it may concern; the others are not asked, since nearly all words are
 * none of those. */
#ifndef DL_LANG_RULES_H
#define DL_LANG_RULES_H

#include "lang/window.h"

/* What a rule asks of a word, 0 or NULL where anything will do. It may look at more than that itself, but must leave all other words alone. */
typedef struct dl_rule {
    void (*mend)(dl_window *window, uint32_t word);
    dl_relations relations;
    dl_tags tags;
    dl_classes classes;
    const char *words[3]; /* forms in small letters, separated by blanks */
} dl_rule;

enum { DL_RULES = 32 }; /* at most, of a group: a bit each */

/* Rules that are asked in their order of each word after the other, but for some at either end of the sentence. */
typedef struct dl_rules {
    const dl_rule *rules;
    uint32_t count, skipped_before, skipped_behind;
    bool not_in_headlines;
} dl_rules;
#define DL_RULES_OF(rows) .rules = (rows), .count = sizeof(rows) / sizeof *(rows) + DL_NO_MORE_THAN(DL_RULES, rows)
/* 0, or an error where there are more. */
#define DL_NO_MORE_THAN(most, rows) (0 * sizeof(char[sizeof(rows) / sizeof *(rows) <= (most) ? 1 : -1]))

enum { DL_FORMS = 512, DL_FORM_SLOTS = 1024 };

/* The forms that stand in any rule, numbered from 1 on. */
typedef struct dl_forms {
    uint32_t count;
    struct {
        uint32_t form, number;
    } slots[DL_FORM_SLOTS];
} dl_forms;

/* Numbers a window's words: window->listed, 0 for words that stand in no rule. */
void dl_forms_read(const dl_forms *forms, dl_window *window);

/* Which rules of a group a word's relation, tag, class and form leave. */
typedef struct dl_rule_index {
    const dl_rules *of;
    uint32_t by_relation[DL_DEP_COUNT_], by_tag[DL_XPOS_COUNT_], by_class[DL_UPOS_COUNT_], by_form[DL_FORMS];
} dl_rule_index;

/* All groups first number their forms; then each is made ready. */
void dl_rules_number(const dl_rules *rules, dl_forms *forms);
void dl_rules_open(dl_rule_index *index, const dl_rules *rules, const dl_forms *forms);
/* The window's words are numbered. */
void dl_rules_apply(const dl_rule_index *index, dl_window *window);

#endif
