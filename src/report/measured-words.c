/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measured-words.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a sample counts, as the ledger and files name it. */
static const struct
{
  const char *of;
  const char *text;
} samples[] = {
  { "sessions", N_("Sessions: %s") },
  { "messages", N_("Messages: %s") },
  { "calls", N_("Calls: %s") },
  { "sessions of more than one turn", N_("Sessions of more than one turn: %s") },
  { "active days of a person", N_("Active days of a person: %s") },
  { "active days of a person of this role", N_("Active days of a person of this role: %s") },
  { "people", N_("People: %s") },
  { "runs with an outcome", N_("Runs with an outcome: %s") },
  { "runs", N_("Runs: %s") },
};

/**
 * outlay_measured_describe_sample:
 * @of: what was counted, in English
 * @n: how many
 *
 * Returns: (transfer full): the sample, such as "Sessions: 213"
 */
char *
outlay_measured_describe_sample (const char *of,
                                 guint64     n)
{
  g_autofree char *number = outlay_figure_format_number ((double) n, 0);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (strcmp (samples[i].of, of) == 0)
      {
        g_auto (GStrv) parts = g_strsplit (_(samples[i].text), "%s", 2);

        return g_strjoinv (number, parts);
      }

  return g_strdup_printf ("%s %s", number, of);
}

static char *
format_day (int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100,
                                                    0, 0, 0);

  return date != NULL ? g_date_time_format (date, "%x") : g_strdup ("");
}

/* Returns: (transfer full): sample and days, such as "Sessions: 213, 06/01/26 to
 *   11/30/26" */
char *
outlay_measured_describe (const OutlayMeasured *measured)
{
  g_autofree char *sample = outlay_measured_describe_sample (measured->of, measured->n);
  g_autofree char *first = format_day (measured->first);
  g_autofree char *last = format_day (measured->last);

  /* Translators: a sample, its first and its last day */
  return g_strdup_printf (_("%s, %s to %s"), sample, first, last);
}
