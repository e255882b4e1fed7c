/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-words.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/**
 * outlay_price_source_describe:
 * @id: a source's id, as files have it
 *
 * Returns: (transfer full): its name in the person's language
 */
char *
outlay_price_source_describe (const char *id)
{
  if (strcmp (id, "shipped") == 0)
    return g_strdup (_("Shipped catalogue"));
  if (strcmp (id, "own") == 0)
    return g_strdup (_("Own price"));

  for (guint i = 0; i < OUTLAY_N_IMPORT_FORMATS; i++)
    if (strcmp (id, outlay_import_format_get_id (i)) == 0)
      return g_strdup (outlay_import_format_get_name (i));

  return g_strdup (id);
}

const char *
outlay_price_kind_get_name (OutlayPriceKind kind)
{
  switch (kind)
    {
    case OUTLAY_PRICE_INPUT:
      return _("Input");
    case OUTLAY_PRICE_OUTPUT:
      return _("Output");
    case OUTLAY_PRICE_CACHE_READ:
      return _("Cache read");
    case OUTLAY_PRICE_CACHE_WRITE:
      return _("Cache write");
    case OUTLAY_PRICE_CACHE_WRITE_1H:
      return _("Cache write, 1 hour");
    case OUTLAY_N_PRICES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * outlay_price_describe:
 * @price: US dollars per million tokens, or NaN for no such price
 * @is_free: whether its card is free
 *
 * Returns: (transfer full): "free" for a price that is 0 because the model is
 *   free, an en dash for a missing one
 */
char *
outlay_price_describe (double   price,
                       gboolean is_free)
{
  return is_free && !isnan (price) ? g_strdup (C_("price", "free"))
                                   : outlay_figure_format_price (price);
}

/**
 * outlay_price_date_describe:
 * @date: a day, as 20260928, a month as 20260900, or 0
 *
 * Returns: (transfer full): it in the person's language; an en dash for 0
 */
char *
outlay_price_date_describe (int date)
{
  g_autoptr (GDateTime) day = NULL;

  if (date == 0)
    return g_strdup ("–");

  day = g_date_time_new_utc (date / 10000, date / 100 % 100, MAX (date % 100, 1), 0, 0, 0);
  if (day == NULL)
    return g_strdup ("–");

  /* Translators: a day, as in "22 Nov 2026"; see g_date_time_format() */
  return g_date_time_format (day, date % 100 != 0 ? C_("date", "%-e %b %Y")
                                                  /* Translators: a month, as in "Nov 2026" */
                                                  : C_("date", "%b %Y"));
}

static char *
describe_count (guint count)
{
  return outlay_figure_format_number (count, 0);
}

/* "92 have no price" */
static char *
describe_left (OutlayLeft reason,
               guint      n)
{
  g_autofree char *count = describe_count (n);

  switch (reason)
    {
    case OUTLAY_LEFT_NO_MODEL:
      return g_strdup_printf (ngettext ("%s is no model", "%s are no models", n), count);
    case OUTLAY_LEFT_NO_TEXT:
      return g_strdup_printf (ngettext ("%s answers no text", "%s answer no text", n), count);
    case OUTLAY_LEFT_UNPRICED:
      return g_strdup_printf (ngettext ("%s has no price", "%s have no price", n), count);
    case OUTLAY_LEFT_OTHER_UNIT:
      return g_strdup_printf (ngettext ("%s is not billed by tokens",
                                        "%s are not billed by tokens", n), count);
    case OUTLAY_LEFT_ZERO:
      return g_strdup_printf (ngettext ("%s has a price of 0 that is not called free",
                                        "%s have a price of 0 that is not called free", n),
                              count);
    case OUTLAY_LEFT_DUPLICATE:
      return g_strdup_printf (ngettext ("%s stands there twice", "%s stand there twice", n),
                              count);
    case OUTLAY_LEFT_BROKEN:
      return g_strdup_printf (ngettext ("%s cannot be read", "%s cannot be read", n), count);
    case OUTLAY_N_LEFT:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
describe_all_left (const OutlayImport *import)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < OUTLAY_N_LEFT; i++)
    if (import->n_left[i] > 0)
      {
        g_autofree char *part = describe_left (i, import->n_left[i]);

        /* Translators: stands between the parts of a list */
        g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", ", ") : "", part);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is to be known of the rows that were taken. */
static void
append_notes (GString            *text,
              const OutlayImport *import)
{
  g_autofree char *n_free = describe_count (import->n_free);
  g_autofree char *n_hours = describe_count (import->n_hours);
  g_autofree char *n_assumed = describe_count (import->n_assumed);

  if (import->n_free > 0)
    g_string_append_printf (text, ngettext (" %s model is free.", " %s models are free.",
                                            import->n_free), n_free);
  if (import->n_hours > 0)
    g_string_append_printf (text,
                            ngettext (" %s price holds at some hours only, as a model of its own.",
                                      " %s prices hold at some hours only, as models of their own.",
                                      import->n_hours), n_hours);
  if (import->n_assumed > 0)
    g_string_append_printf (text,
                            ngettext (" The context window of %s is not told, and assumed.",
                                      " The context windows of %s are not told, and assumed.",
                                      import->n_assumed), n_assumed);
}

/**
 * outlay_import_describe:
 * @import: what was read of a price list
 *
 * Returns: (transfer full): how many rows were taken, and how many were left out
 *   for which reason: the counts add up to the list's
 */
char *
outlay_import_describe (const OutlayImport *import)
{
  const char *name = outlay_import_format_get_name (import->format);
  g_autofree char *n_taken = describe_count (import->n_taken);
  g_autofree char *n_rows = describe_count (import->n_rows);
  g_autofree char *left = describe_all_left (import);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          /* Translators: a price list, and how many of its rows were taken */
                          ngettext ("%s: the price of %s of %s row was taken.",
                                    "%s: the prices of %s of %s rows were taken.",
                                    import->n_rows), name, n_taken, n_rows);
  if (*left != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: a list of counts: "92 have no price, 3 stand there twice" */
      g_string_append_printf (text, _("Left out: %s."), left);
    }

  append_notes (text, import);

  return g_string_free (text, FALSE);
}

/* "$0.66 since 17 Aug 2026" */
static char *
describe_side (double price,
               int    since)
{
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;

  if (isnan (price))
    /* Translators: of a price for long prompts, which one of two sources has not */
    return g_strdup (_("no such price"));

  text = outlay_figure_format_price (price);
  if (since == 0)
    return g_steal_pointer (&text);

  day = outlay_price_date_describe (since);

  /* Translators: a price and the day from which it holds */
  return g_strdup_printf (_("%s since %s"), text, day);
}

/**
 * outlay_price_conflict_describe:
 * @conflict: two sources that say different prices
 *
 * Returns: (transfer full): "Input: $0.435 here (LiteLLM), $0.66 since 17 Aug 2026
 *   there (Shipped catalogue)"
 */
char *
outlay_price_conflict_describe (const OutlayPriceConflict *conflict)
{
  g_autofree char *here = describe_side (conflict->price_here, conflict->since_here);
  g_autofree char *there = describe_side (conflict->price_there, conflict->since_there);
  g_autofree char *source_here = outlay_price_source_describe (conflict->here->id);
  g_autofree char *source_there = outlay_price_source_describe (conflict->there->id);
  g_autofree char *tokens = NULL;
  const char *kind = outlay_price_kind_get_name (conflict->kind);

  if (conflict->threshold <= 0)
    /* Translators: which price, and what two sources say of it: "Input: $0.435 here
     * (LiteLLM), $0.66 since 17 Aug 2026 there (Shipped catalogue)" */
    return g_strdup_printf (_("%s: %s here (%s), %s there (%s)"),
                            kind, here, source_here, there, source_there);

  tokens = outlay_figure_format_number (conflict->threshold, 0);

  /* Translators: the same of prompts that are longer than a number of tokens */
  return g_strdup_printf (_("%s over %s tokens: %s here (%s), %s there (%s)"),
                          kind, tokens, here, source_here, there, source_there);
}
