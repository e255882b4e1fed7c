/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What prices and names mean, whatever the list. */
#include "importer.h"

#include <math.h>
#include <string.h>

OutlayPriceBlock
outlay_import_empty_block (void)
{
  return (OutlayPriceBlock) { 0, NAN, NAN, NAN, NAN, NAN };
}

/* A missing price is never 0, and a price of 0 is none unless the list says so:
 * the lists write 0 where they do not know, and for seats of a plan. */
static OutlayPricing
judge (const OutlayPriceBlock *block,
       gboolean                says_free)
{
  if (isnan (block->input) || isnan (block->output))
    return OUTLAY_UNPRICED;
  if (block->input > 0 && block->output > 0)
    return OUTLAY_PRICED;
  if (block->input <= 0 && block->output <= 0 && says_free)
    return OUTLAY_FREE;

  return OUTLAY_ZERO;
}

/* Whether the last word of a name is "free": `llama:free`, `Llama (free)`. */
gboolean
outlay_import_says_free (const char *text)
{
  gsize end = strlen (text);

  while (end > 0 && !g_ascii_isalnum (text[end - 1]))
    end--;

  return end >= 4 && g_ascii_strncasecmp (text + end - 4, "free", 4) == 0 &&
         (end == 4 || !g_ascii_isalnum (text[end - 5]));
}

/* Words, between anything that is no letter, by which models are called that
 * answer with something else than text. Two of the lists do not tell kinds of
 * answers, or call a list of numbers text. */
gboolean
outlay_import_names_no_text (const char *listed)
{
  static const char * const words[] = {
    "embed", "embedding", "embeddings", "moderation", "rerank", "reranker", "whisper",
    "tts", "lyria", "transcribe", "imagen", "veo",
  };

  for (const char *word = listed; *word != '\0';)
    {
      gsize length = 0;

      while (g_ascii_isalpha (word[length]))
        length++;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
          return TRUE;
      word += MAX (length, 1);
    }

  return FALSE;
}

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  double x = ((const OutlayPriceBlock *) a)->threshold;
  double y = ((const OutlayPriceBlock *) b)->threshold;

  return (x > y) - (x < y);
}

/* Lists are in any order; of two blocks with one threshold the last holds. */
void
outlay_import_sort_blocks (OutlayPriceCard *card)
{
  guint n = 0;

  if (card->n_long_context == 0)
    return;

  qsort (card->long_context, card->n_long_context, sizeof *card->long_context, compare_blocks);
  for (guint i = 0; i < card->n_long_context; i++)
    {
      if (n > 0 && card->long_context[n - 1].threshold >= card->long_context[i].threshold)
        n--;
      card->long_context[n++] = card->long_context[i];
    }
  card->n_long_context = n;
}

/* Cache prices that are none. METHOD section 5 bills what has no price as input.
 *
 * - 0: a write "for nothing" is billed as input, and a read for nothing is more
 *   than any list can know.
 * - A write below the input price: lists put there what keeping the tokens costs,
 *   on top of reading them (Gemini's storage).
 * - A 1-hour price without the 5-minute one beside it. */
static void
clean_block (OutlayPriceBlock *block)
{
  if (block->cache_read <= 0)
    block->cache_read = NAN;
  if (block->cache_write <= 0 || block->cache_write < block->input)
    block->cache_write = NAN;
  if (block->cache_write_1h <= 0 || isnan (block->cache_write))
    block->cache_write_1h = NAN;
}

void
outlay_import_clean_card (OutlayPriceCard *card)
{
  clean_block (&card->base);
  for (guint i = 0; i < card->n_long_context; i++)
    clean_block (&card->long_context[i]);
}

/* The worst of what the cards' base prices, and those of long prompts, say. */
OutlayPricing
outlay_import_judge_cards (const OutlayPriceCard *cards,
                           guint                  n_cards,
                           gboolean               says_free)
{
  OutlayPricing worst = OUTLAY_PRICED;

  for (guint i = 0; i < n_cards; i++)
    {
      worst = MAX (worst, judge (&cards[i].base, says_free));
      for (guint j = 0; j < cards[i].n_long_context; j++)
        worst = MAX (worst, judge (&cards[i].long_context[j], says_free));
    }

  return worst;
}
