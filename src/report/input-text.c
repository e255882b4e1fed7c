/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs of a scenario as people read them. */
#include "input-text.h"

#include "choice-names.h"
#include "figure-format.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_DECIMALS 6

/* Of a share in percent: 35.8 %, 4.25 %. */
#define SHARE_DIGITS 3

/**
 * outlay_number_format:
 * @value: an input
 *
 * Returns: (transfer full): the number with as many decimals as it has
 */
char *
outlay_number_format (double value)
{
  int decimals = 0;

  while (decimals < MOST_DECIMALS &&
         fabs (value * pow (10, decimals) - round (value * pow (10, decimals))) >
           1e-9 * MAX (1, fabs (value) * pow (10, decimals)))
    decimals++;

  return outlay_figure_format_number (value, decimals);
}

/**
 * outlay_input_is_share:
 * @input: an input
 *
 * Returns: whether its numbers are shares of something, which people read in percent
 */
gboolean
outlay_input_is_share (const OutlayInput *input)
{
  return (input->type == OUTLAY_INPUT_NUMBER || input->type == OUTLAY_INPUT_PAIR ||
          input->type == OUTLAY_INPUT_NUMBERS) && input->min == 0 && input->max <= 1;
}

/**
 * outlay_input_name:
 * @input: an input
 *
 * Returns: (transfer full): its name in the person's language, with its unit where it
 *   has one and the values do not tell it
 */
char *
outlay_input_name (const OutlayInput *input)
{
  if (input->unit == NULL || outlay_input_is_share (input))
    return g_strdup (_(input->label));

  /* Translators: an input and its unit: "Hourly wage, US dollars an hour" */
  return g_strdup_printf (C_("input with its unit", "%s, %s"), _(input->label), _(input->unit));
}

static char *
format_share (double share)
{
  double percent = 100 * fabs (share);
  int most = percent > 0 ? SHARE_DIGITS - 1 - (int) floor (log10 (percent)) : 0;
  int decimals = 0;

  most = CLAMP (most, 0, MOST_DECIMALS);
  percent = round (percent * pow (10, most)) / pow (10, most);
  while (decimals < most &&
         fabs (percent * pow (10, decimals) - round (percent * pow (10, decimals))) > 1e-6)
    decimals++;

  return outlay_figure_format_percent_exact (share, decimals);
}

static char *
format_number (const OutlayInput *input,
               double             value)
{
  return outlay_input_is_share (input) ? format_share (value) : outlay_number_format (value);
}

static char *
format_several (const OutlayInput *input,
                const double      *values,
                guint              n,
                const char        *between)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = format_number (input, values[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? between : "", number);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A pair that does not move is one number. */
static char *
format_pair (const OutlayInput *input,
             const double      *pair)
{
  g_autofree char *text = format_several (input, pair, pair[0] == pair[1] ? 1 : 2, " → ");

  return outlay_figure_format_isolate (text);
}

/**
 * outlay_input_format:
 * @input: an input
 * @object: the struct that holds it
 *
 * Returns: (transfer full) (nullable): its value as people read it, without its
 *   unit but for shares, which are in percent; %NULL for what is no single value, such
 *   as a list
 */
char *
outlay_input_format (const OutlayInput *input,
                     gconstpointer      object)
{
  gconstpointer member = outlay_input_const_member (input, object);

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
    case OUTLAY_INPUT_WHOLE:
      if (isnan (outlay_input_get_value (input, object)))
        return g_strdup (C_("no value", "none"));
      return format_number (input, outlay_input_get_value (input, object));
    case OUTLAY_INPUT_TEXT:
      return g_strdup (*(const char * const *) member);
    case OUTLAY_INPUT_FLAG:
      return g_strdup (*(const gboolean *) member ? _("yes") : _("no"));
    case OUTLAY_INPUT_CHOICE:
      return g_strdup (*(const int *) member >= 0
                       ? outlay_choice_get_name (input, *(const int *) member)
                       : C_("no value", "none"));
    case OUTLAY_INPUT_MONTH:
      return outlay_month_format (*(const int *) member, OUTLAY_MONTH_STYLE_LONG);
    case OUTLAY_INPUT_PAIR:
      return format_pair (input, member);
    case OUTLAY_INPUT_RANGE:
      return format_several (input, member, 3, " · ");
    case OUTLAY_INPUT_NUMBERS:
      return format_several (input, *(const double * const *) member,
                             outlay_input_get_count (input, object), " · ");
    case OUTLAY_INPUT_DATE:
    case OUTLAY_INPUT_OBJECT:
    case OUTLAY_INPUT_OPTIONAL:
    case OUTLAY_INPUT_LIST:
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
    default:
      return NULL;
    }
}

/* Returns: the value of an input that is one number; NaN for null and for all else */
double
outlay_input_get_value (const OutlayInput *input,
                        gconstpointer      object)
{
  gconstpointer member = outlay_input_const_member (input, object);

  if (input->type == OUTLAY_INPUT_NUMBER)
    return *(const double *) member;
  if (input->type != OUTLAY_INPUT_WHOLE ||
      (input->flags & OUTLAY_INPUT_NULLABLE && *(const gint64 *) member == -1))
    return NAN;

  return (double) *(const gint64 *) member;
}
