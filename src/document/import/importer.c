/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the rows of every price list. */
#include "importer.h"

#include "json-text.h"
#include "provider-ids.h"

#include <math.h>
#include <string.h>

/* As in a catalogue: US dollars per million tokens, and tokens. */
#define MAX_PRICE 1e7
#define MAX_TOKENS 1e9
#define MAX_ID_LENGTH 200

/* A window that no list tells. At 200,000 tokens METHOD section 5 compacts where
 * a scenario's `compact_at` says by default, so that a guess changes nothing. */
#define ASSUMED_WINDOW 200000

static void G_GNUC_PRINTF (5, 6)
add_problem (OutlayImporter  *importer,
             OutlayImportRow *row,
             const char      *key,
             const char      *found,
             const char      *format,
             ...)
{
  g_autofree char *path = key != NULL ? g_strdup_printf ("%s.%s", row->path, key)
                                      : g_strdup (row->path);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  row->is_broken = TRUE;
  outlay_problems_add (importer->problems, path, found, NULL, "%s", message);
}

/* As it was meant: prices per token carry the noise of binary fractions. */
static double
scale_price (double value,
             double scale)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (scale == 1)
    return value;

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.12g", value * scale), NULL);
}

/**
 * outlay_importer_number:
 * @importer: the importer
 * @row: the row
 * @object: where to look
 * @key: which price
 * @scale: what it is multiplied by to be US dollars per million tokens
 *
 * Returns: the price; NaN where there is none, and where it is broken, which has
 *   then been named and noted in @row
 */
double
outlay_importer_number (OutlayImporter  *importer,
                        OutlayImportRow *row,
                        const json_t    *object,
                        const char      *key,
                        double           scale)
{
  const json_t *json = json_object_get (object, key);
  g_autofree char *found = NULL;
  double value = NAN;

  if (json == NULL || json_is_null (json))
    return NAN;

  /* LiteLLM's own reader takes numbers in quotes. */
  if (json_is_string (json))
    {
      char *end;

      value = g_ascii_strtod (json_string_value (json), &end);
      if (*end != '\0' || json_string_length (json) == 0)
        value = NAN;
    }
  else if (json_is_number (json))
    {
      value = json_number_value (json);
    }

  if (value >= 0 && value * scale <= MAX_PRICE)
    return scale_price (value, scale);

  found = outlay_json_excerpt (json);
  add_problem (importer, row, key, found, "%s is no price; allowed is 0 to %g US dollars per "
               "million tokens", found, MAX_PRICE);

  return NAN;
}

/* A number of tokens, or NaN: lists write 0 where they do not know. */
double
outlay_importer_tokens (const json_t *object,
                        const char   *key)
{
  double value = json_number_value (json_object_get (object, key));

  return value >= 1 && value <= MAX_TOKENS ? value : NAN;
}

const char *
outlay_importer_text (const json_t *object,
                      const char   *key)
{
  return json_string_value (json_object_get (object, key));
}

/* Whether a name can be shown and typed. */
static gboolean
is_clean (const char *text)
{
  if (*text == '\0' || strlen (text) > MAX_ID_LENGTH)
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

/**
 * outlay_importer_begin_row:
 * @importer: the importer
 * @row: (out): a row of the file
 * @path: where it stands; must outlive @row, as the other two
 * @provider: whose price it is, as the list names them
 * @listed: the model's name in the list
 *
 * Counts the row. It must then be taken or left.
 */
void
outlay_importer_begin_row (OutlayImporter  *importer,
                           OutlayImportRow *row,
                           const char      *path,
                           const char      *provider,
                           const char      *listed)
{
  *row = (OutlayImportRow) { .path = path, .provider = provider, .listed = listed };
  row->model.context_window = NAN;
  row->model.max_output = NAN;
  importer->import->n_rows++;
  if (!is_clean (listed) || !is_clean (provider))
    add_problem (importer, row, NULL, NULL, "no name for a model; allowed are 1 to %d bytes "
                 "without control characters", MAX_ID_LENGTH);
}

void
outlay_importer_leave (OutlayImporter *importer,
                       OutlayLeft      reason)
{
  importer->import->n_left[reason]++;
}

OutlayPriceCard *
outlay_importer_new_cards (OutlayImporter *importer,
                           guint           n_cards)
{
  OutlayPriceCard *cards = outlay_pool_alloc0 (importer->pool, n_cards, sizeof *cards);

  for (guint i = 0; i < n_cards; i++)
    cards[i].base = outlay_import_empty_block ();

  return cards;
}

static gboolean
same_price (double a,
            double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_prices (const OutlayModel *a,
             const OutlayModel *b)
{
  return a->n_cards == b->n_cards &&
         same_price (a->cards[0].base.input, b->cards[0].base.input) &&
         same_price (a->cards[0].base.output, b->cards[0].base.output) &&
         a->cards[0].n_long_context == b->cards[0].n_long_context;
}

static char *
describe_date (int date)
{
  return g_strdup_printf ("%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
}

/* Fills in what is the same for every list, and owns all text. */
static void
finish_model (OutlayImporter        *importer,
              const OutlayImportRow *row,
              OutlayModel           *model)
{
  OutlayPool *pool = importer->pool;
  g_autofree char *date = describe_date (importer->date);
  g_autofree char *source =
    g_strdup_printf ("%s %s, seen %s", outlay_import_format_get_name (importer->import->format),
                     row->listed, date);
  const char *slash = strrchr (model->id, '/');

  if (model->name == NULL || !is_clean (model->name))
    model->name = (char *) (slash != NULL && slash[1] != '\0' ? slash + 1 : model->id);
  if (outlay_provider_get_name (model->id) != NULL)
    model->vendor = (char *) outlay_provider_get_name (model->id);
  else if (model->vendor == NULL || !is_clean (model->vendor))
    model->vendor = (char *) row->provider;
  if (model->status != NULL && !is_clean (model->status))
    model->status = NULL;

  model->source = source;
  model->tokenizer = 1;
  model->model_class = OUTLAY_CLASS_MID;
  outlay_importer_take_traits (importer, row, model);
  if (isnan (model->context_window))
    {
      importer->import->n_assumed++;
      model->context_window = ASSUMED_WINDOW;
    }

  model->vendor = outlay_pool_strdup (pool, model->vendor);
  model->name = outlay_pool_strdup (pool, model->name);
  model->status = outlay_pool_strdup (pool, model->status);
  model->source = outlay_pool_strdup (pool, model->source);
}

static void
add_model (OutlayImporter    *importer,
           const OutlayModel *model)
{
  g_array_append_val (importer->models, *model);
  g_hash_table_insert (importer->by_id, model->id, GUINT_TO_POINTER (importer->models->len));
}

static const OutlayModel *
find_taken (OutlayImporter *importer,
            const char     *id)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (importer->by_id, id));

  return at > 0 ? &g_array_index (importer->models, OutlayModel, at - 1) : NULL;
}

/* Whether no row before was of the same model; the first is kept. */
static gboolean
check_duplicate (OutlayImporter    *importer,
                 OutlayImportRow   *row,
                 const OutlayModel *model)
{
  const OutlayModel *first = find_taken (importer, model->id);

  if (first == NULL)
    return TRUE;

  if (!same_prices (first, model))
    add_problem (importer, row, NULL, NULL, "a second row of %s with another price; the first "
                 "is kept", model->id);
  outlay_importer_leave (importer, OUTLAY_LEFT_DUPLICATE);

  return FALSE;
}

/**
 * outlay_importer_take:
 * @importer: the importer
 * @row: a row whose model has its cards
 * @says_free: whether the list says that the model is free
 *
 * Takes the row, or leaves it where its prices are none.
 */
void
outlay_importer_take (OutlayImporter  *importer,
                      OutlayImportRow *row,
                      gboolean         says_free)
{
  OutlayModel *model = &row->model;
  OutlayPricing pricing = outlay_import_judge_cards (model->cards, model->n_cards, says_free);
  g_autofree char *id = NULL;

  if (row->is_broken)
    {
      outlay_importer_leave (importer, OUTLAY_LEFT_BROKEN);
      return;
    }
  if (pricing == OUTLAY_UNPRICED || pricing == OUTLAY_ZERO)
    {
      outlay_importer_leave (importer, pricing == OUTLAY_ZERO ? OUTLAY_LEFT_ZERO
                                                              : OUTLAY_LEFT_UNPRICED);
      return;
    }

  id = outlay_provider_make_id (importer->import->format, row->provider, row->listed);
  model->id = outlay_pool_strdup (importer->pool, id);
  for (guint i = 0; i < model->n_cards; i++)
    outlay_import_clean_card (&model->cards[i]);
  if (!check_duplicate (importer, row, model))
    return;

  if (pricing == OUTLAY_FREE)
    {
      importer->import->n_free++;
      model->status = (char *) "free";
    }
  finish_model (importer, row, model);
  add_model (importer, model);
  importer->import->n_taken++;
}

/**
 * outlay_importer_take_hours:
 * @importer: the importer
 * @row: a row that was taken
 * @hours: the hours, for people, as `16:30-00:30 UTC`
 * @cards: the prices in those hours
 * @n_cards: how many
 *
 * Adds a model for prices that hold at some hours of the day only: a scenario
 * has no clock, so whoever works in those hours chooses that entry.
 */
void
outlay_importer_take_hours (OutlayImporter        *importer,
                            const OutlayImportRow *row,
                            const char            *hours,
                            OutlayPriceCard       *cards,
                            guint                  n_cards)
{
  OutlayModel model = row->model;
  gboolean is_dearer = cards[n_cards - 1].base.input >
                       model.cards[model.n_cards - 1].base.input;
  const char *kind = is_dearer ? "peak" : "off-peak";
  g_autofree char *id = g_strdup_printf ("%s-%s", model.id, kind);
  g_autofree char *name = g_strdup_printf ("%s (%s hours, %s)", model.name, kind,
                                           is_clean (hours) ? hours : "not told when");

  if (outlay_import_judge_cards (cards, n_cards, FALSE) != OUTLAY_PRICED)
    return;

  for (guint n = 2; find_taken (importer, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%s-%u", model.id, kind, n);
    }

  model.id = outlay_pool_strdup (importer->pool, id);
  model.name = outlay_pool_strdup (importer->pool, name);
  model.cards = cards;
  model.n_cards = n_cards;
  for (guint i = 0; i < n_cards; i++)
    outlay_import_clean_card (&cards[i]);
  add_model (importer, &model);
  importer->import->n_hours++;
}
