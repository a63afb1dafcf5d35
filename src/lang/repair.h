/* Corrections of a tree by grammar, for what greedy reading gets wrong too often in news. */
#ifndef DL_LANG_REPAIR_H
#define DL_LANG_REPAIR_H

#include "lang/rules.h"

enum { DL_REPAIR_STEPS = 27 };

/* The corrections made ready, once for all sentences. */
typedef struct dl_mending {
    dl_forms forms;
    dl_rule_index steps[DL_REPAIR_STEPS];
} dl_mending;

void dl_mending_open(dl_mending *mending);

/* All of those below, in their order. */
void dl_repair_tree(const dl_mending *mending, dl_window *window);

/* "Air strikes near the border killed 35 people": read as a participle ("strikes ... [that were] killed"), a verb has an object that no passive can
 * have. It becomes the predicate, and the noun its subject; a subject that was read as a passive's becomes an active one's, and a gerund that was
 * read as an auxiliary ("Fighting raged") the subject. Verbs whose past looks like their present ("beat") are past. */
extern const dl_rules dl_rules_of_participles;

/* "Korea and Japan held talks" with two subjects, "Talks between the army and the rebels collapsed" with the rebels as what collapsed: joined again.
 */
extern const dl_rules dl_rules_of_subjects;

/* "Because gunmen | fired into a crowd" as if they were fired, "when the union | called for calm" as a union called so. */
extern const dl_rules dl_rules_of_clauses;

/* "Yesterday, police in Lima said" with the police as another word for yesterday, "Trump, answering her, attacked" with Trump as who is spoken to: a
 * finite verb has a subject. */
extern const dl_rules dl_rules_of_lost_subjects;
/* "On Monday | rebels killed a judge", "fled after a raid | killed two": phrases that swallowed the subject. */
extern const dl_rules dl_rules_of_swallowed_subjects;

/* "The parliament rubber-stamped the decree", with the article or a part of the verb astray. */
extern const dl_rules dl_rules_of_hyphens;

/* "Court jails six rebels" with "jails" as a noun. */
void dl_repair_headline(dl_window *window);
/* "Spies tap phones", "Premier warms to plan": likewise, where the knowledge says that the word may be a verb. */
void dl_repair_headline_verbs(dl_window *window);

/* "The rebels, police said, attacked" with two who said: who says so is an aside, and the rebels attacked. */
extern const dl_rules dl_rules_of_asides;

/* "Kelly, then the director, and Baroni left" with three who left: what is said of a name, and what stands beside it in a row, told apart. */
extern const dl_rules dl_rules_of_names;

/* "After bail | was granted" with bail as when, "complained of nuns | being beaten" with the nuns as whom they complained of, "embassy entered by
 * police" with the embassy as who entered: passives that lost whom it was done to. */
extern const dl_rules dl_rules_of_passives;

/* "They called off the strike": what stands bare behind a verb's particle is its object. */
extern const dl_rules dl_rules_of_objects;

/* "Norway will cut ties, the premier | said", with the saying beside what is said: it governs that. */
extern const dl_rules dl_rules_of_sayings;

/* Adjectives of nations that the knowledge lists ("Kenyan") and the treebanks do not: before a noun they are adjectives, not names; and in "Kenyan
 * and Ugandan officials" it is the officials that head the phrase. Needs the hints. */
void dl_repair_nations(dl_window *window);

/* "Theresa May said" with May as an auxiliary, "US to withdraw" with those who speak: names that are spelled like other words. */
extern const dl_rules dl_rules_of_lookalikes;

/* "Began to stab shoppers" with "stab shoppers" as a noun, "a school shooting" with a school that shoots: the class that the words around ask for. */
extern const dl_rules dl_rules_of_classes;

/* "Lopez urged them to stay and spoke with Kim": it is Lopez who spoke; "The raid, reportedly led by a major,
 * killed ten": the raid killed; "Hungary licensed the design, then agreed to build it": both are Hungary's. */
extern const dl_rules dl_rules_of_conjuncts;

/* "The shooting of a boy triggered riots" with "boy triggered" as what kind of riots, "Killed in the raid were three nurses": where a sentence was
 * left without a verb, the participle in it is one. */
extern const dl_rules dl_rules_of_main_verb;

/* "The union | called for an inquiry", "the envoy | called on all sides", "thousands | marched", read as who was called or marched: these are no
 * passives. */
bool dl_window_is_active(const dl_window *window, uint32_t verb);

/* "Arrested after demonstrating" with "demonstrating" as a noun, "accused of suspending talks" with suspending talks, "saw them shelling it" with the
 * shelling as what the seeing came with: gerunds, which have a doer elsewhere. */
extern const dl_rules dl_rules_of_gerunds;

/* "The mayor plans to close it" with plans of mayors, "plan to wade in" with a place called wade: infinitives, and what takes them. */
extern const dl_rules dl_rules_of_infinitives;

/* "The poet that the regime barred", "the men police arrested were freed": clauses that are said of their own object. */
extern const dl_rules dl_rules_of_relatives;

/* "The union froze aid" with "froze" as a noun, "Fighting erupted" with "fighting" as an auxiliary, "an arms embargo" as what arms do. */
extern const dl_rules dl_rules_of_hidden_verbs;

/* "Paid the widows 5,000 dollars" with the widows' dollars, "branded the strikers hooligans", "warned the strikers that they would lose their jobs"
 * as said of them: verbs with two complements. */
extern const dl_rules dl_rules_of_recipients;

/* "The king was due to visit", where "due to" was read as "because of"; "fears that rebels attacked", where the clause was read as a relative one. */
extern const dl_rules dl_rules_of_complements;

/* "A general thought to be close to the rebels attacked", with "thought" as what he did: it is said of him. */
extern const dl_rules dl_rules_of_held_to_be;

/* "They held more than a hundred men": the men are held, not more of something than men; "more than" goes with the number, as
 * "up to" does. */
extern const dl_rules dl_rules_of_comparatives;

/* "The blast left 12 people dead and dozens wounded": the people are left, dead is what they are left as, and the dozens are those wounded. "Took six
 * nurses hostage" likewise. */
extern const dl_rules dl_rules_of_outcomes;

#endif
