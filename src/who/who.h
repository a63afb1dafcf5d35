/* The stage that finds everything that can act or be acted upon: fills the mentions.
 *
 *   marks.c     what the knowledge says of each token: countries, role nouns, titles, known names
 *   known.c     known names; trim.c   where a tagged name begins and ends; runs.c   names that the tagger missed
 *   names.c     proper names: those of the name tagger, known ones, and places
 *   persons.c   who a person is
 *   titles.c    what stands before a person's name
 *   parts.c     country, role and body, gathered from the words of a phrase, and their code
 *   phrases.c   descriptions ("Russian troops", "a Kremlin spokesman") and pronouns
 *   refer.c     who is meant by "he", "the army", "both sides"
 *   pairs.c     several who are meant by one word
 *   entities.c  one number for all mentions of one thing
 *   govern.c    the country that governs a sentence, for state institutions of which the text names none
 *   voice.c     "we" and "our forces" inside a quotation, a stage of its own
 */
#ifndef DL_WHO_WHO_H
#define DL_WHO_WHO_H

#include "doc/doc.h"
#include "know/countries.h"

void dl_who_read(const dl_know *know, const dl_countries *countries, dl_doc *doc);

/* The stage behind the quotations that lets "we" and "our forces" mean who speaks: fills the codes of such mentions. */
void dl_who_voice_read(const dl_know *know, dl_doc *doc);

#endif
