#include "intake/html/names.h"

#include <endian.h>

enum { LONGEST = 16 }; /* letters of a name that is known, and the zeros behind it */

typedef struct entry {
    char name[LONGEST];
    uint16_t size, flags;
} entry;

#define BLOCK DL_TAG_IS_BLOCK
#define VOID DL_TAG_IS_VOID
#define CLOSES_P DL_TAG_IS_CLOSES_P
#define SCOPE DL_TAG_IS_SCOPE
#define RAW DL_TAG_IS_RAW
#define RCDATA DL_TAG_IS_RCDATA
#define HEADING DL_TAG_IS_HEADING
#define HEAD_ONLY DL_TAG_IS_HEAD_ONLY
#define FOREIGN DL_TAG_IS_FOREIGN

static const entry tags[] = {
    {"", 0, 0},
#define TAG(id, name, flags) {name, sizeof name - 1, flags},
#include "intake/html/tags.def"
#undef TAG
    {"", 0, 0},
};

static const entry attributes[] = {
    {"", 0, 0},
#define ATTRIBUTE(id, name) {name, sizeof name - 1, 0},
#include "intake/html/attributes.def"
#undef ATTRIBUTE
};

/* Half of a name as a number that sorts as its letters do. */
static uint64_t half(const char *name) {
    uint64_t number;
    memcpy(&number, name, sizeof number);
    return be64toh(number);
}

/* Number of the entry of that name, 0 where there is none. Entry 0 and those from `end` on are no names. Half of all that is done with a tag is this,
 * so names are compared as numbers. */
static unsigned find(const entry *entries, unsigned end, dl_bytes name) {
    char lower[LONGEST] = {0};
    if (!name.size || name.size > LONGEST) return 0;
    for (size_t i = 0; i < name.size; i++) lower[i] = dl_to_lower(name.data[i]);
    uint64_t first = half(lower), second = half(lower + 8);
    unsigned low = 1, high = end;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        uint64_t one = half(entries[middle].name), two = half(entries[middle].name + 8);
        if (one == first && two == second) return middle;
        if (one < first || (one == first && two < second))
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

dl_tag dl_tag_of(dl_bytes name) {
    return (dl_tag)find(tags, DL_TAG_TEXT, name);
}

unsigned dl_tag_flags(dl_tag tag) {
    return tags[tag].flags;
}

dl_attribute_name dl_attribute_of(dl_bytes name) {
    return (dl_attribute_name)find(attributes, DL_ATTRIBUTE_COUNT_, name);
}
