/* Corrections of a tree by grammar, for what greedy reading gets wrong too often in news. */
#ifndef DL_LANG_REPAIR_H
#define DL_LANG_REPAIR_H

#include "lang/window.h"

/* All of those below, in their order. */
void dl_repair_tree(dl_window *window);

/* "Air strikes near the border killed 35 people": read as a participle ("strikes ... [that were] killed"), a verb has an object that no passive can
 * have. It becomes the predicate, and the noun its subject; a subject that was read as a passive's becomes an active one's, and a gerund that was
 * read as an auxiliary ("Fighting raged") the subject. Verbs whose past looks like their present ("beat") are past. */
void dl_repair_participles(dl_window *window);

/* "Korea and Japan held talks" with two subjects, "Talks between the army and the rebels collapsed" with the rebels as what collapsed: joined again.
 */
void dl_repair_subjects(dl_window *window);

/* "Because gunmen | fired into a crowd" as if they were fired, "when the union | called for calm" as a union called so. */
void dl_repair_clauses(dl_window *window);

/* "Yesterday, police in Lima said" with the police as another word for yesterday, "Trump, answering her, attacked" with Trump as who is spoken to: a
 * finite verb has a subject. */
void dl_repair_lost_subjects(dl_window *window);
/* "On Monday | rebels killed a judge", "fled after a raid | killed two": phrases that swallowed the subject. */
void dl_repair_swallowed_subjects(dl_window *window);

/* "The parliament rubber-stamped the decree", with the article or a part of the verb astray. */
void dl_repair_hyphens(dl_window *window);

/* "Court jails six rebels" with "jails" as a noun. */
void dl_repair_headline(dl_window *window);
/* "Spies tap phones", "Premier warms to plan": likewise, where the knowledge says that the word may be a verb. */
void dl_repair_headline_verbs(dl_window *window);

/* "The rebels, police said, attacked" with two who said: who says so is an aside, and the rebels attacked. */
void dl_repair_asides(dl_window *window);

/* "Kelly, then the director, and Baroni left" with three who left: what is said of a name, and what stands beside it in a row, told apart. */
void dl_repair_names(dl_window *window);

/* "After bail | was granted" with bail as when, "complained of nuns | being beaten" with the nuns as whom they complained of, "embassy entered by
 * police" with the embassy as who entered: passives that lost whom it was done to. */
void dl_repair_passives(dl_window *window);

/* "They called off the strike": what stands bare behind a verb's particle is its object. */
void dl_repair_objects(dl_window *window);

/* Adjectives of nations that the knowledge lists ("Kenyan") and the treebanks do not: before a noun they are adjectives, not names; and in "Kenyan
 * and Ugandan officials" it is the officials that head the phrase. Needs the hints. */
void dl_repair_nations(dl_window *window);

/* "Began to stab shoppers" with "stab shoppers" as a noun, "a school shooting" with a school that shoots: the class that the words around ask for. */
void dl_repair_classes(dl_window *window);

/* "Lopez urged them to stay and spoke with Kim": it is Lopez who spoke; "The raid, reportedly led by a major,
 * killed ten": the raid killed; "Hungary licensed the design, then agreed to build it": both are Hungary's. */
void dl_repair_conjuncts(dl_window *window);

/* "The shooting of a boy triggered riots" with "boy triggered" as what kind of riots, "Killed in the raid were three nurses": where a sentence was
 * left without a verb, the participle in it is one. */
void dl_repair_main_verb(dl_window *window);

/* "The union | called for an inquiry", "the envoy | called on all sides", "thousands | marched", read as who was called or marched: these are no
 * passives. */
bool dl_window_is_active(const dl_window *window, uint32_t verb);

/* "Arrested after demonstrating" with "demonstrating" as a noun, "accused of suspending talks" with suspending talks, "saw them shelling it" with the
 * shelling as what the seeing came with: gerunds, which have a doer elsewhere. */
void dl_repair_gerunds(dl_window *window);

/* "The mayor plans to close it" with plans of mayors, "plan to wade in" with a place called wade: infinitives, and what takes them. */
void dl_repair_infinitives(dl_window *window);

/* "The poet that the regime barred", "the men police arrested were freed": clauses that are said of their own object. */
void dl_repair_relatives(dl_window *window);

/* "The union froze aid" with "froze" as a noun, "Fighting erupted" with "fighting" as an auxiliary, "an arms embargo" as what arms do. */
void dl_repair_hidden_verbs(dl_window *window);

/* "Paid the widows 5,000 dollars" with the widows' dollars, "branded the strikers hooligans", "warned the strikers that they would lose their jobs"
 * as said of them: verbs with two complements. */
void dl_repair_recipients(dl_window *window);

/* "The king was due to visit", where "due to" was read as "because of"; "fears that rebels attacked", where the clause was read as a relative one. */
void dl_repair_complements(dl_window *window);

/* "A general thought to be close to the rebels attacked", with "thought" as what he did: it is said of him. */
void dl_repair_held_to_be(dl_window *window);

/* "They held more than a hundred men": the men are held, not more of something than men; "more than" goes with the number, as
 * "up to" does. */
void dl_repair_comparatives(dl_window *window);

/* "The blast left 12 people dead and dozens wounded": the people are left, dead is what they are left as, and the dozens are those wounded. "Took six
 * nurses hostage" likewise. */
void dl_repair_outcomes(dl_window *window);

#endif
