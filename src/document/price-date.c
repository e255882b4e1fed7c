/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a price was seen, or a list of them. A catalogue has no key for it: its source tells it, as
 * "LiteLLM gpt-6, seen 2026-08-01", "models.dev, 28 Sep 2026", "seen Nov 2026". */
#include "price-date.h"

#include <string.h>

static const char months[][4] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

/* The number of @n_digits digits at @text, or -1; none may stand on either side. */
static int
read_number (const char *start,
             const char *text,
             int         n_digits)
{
  int number = 0;

  if (text < start || (text > start && g_ascii_isdigit (text[-1])))
    return -1;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + text[i] - '0';
    }

  return g_ascii_isdigit (text[n_digits]) ? -1 : number;
}

static int
make_date (int year,
           int month,
           int day)
{
  if (year < 2000 || year > 2199 || month < 1 || month > 12 || day < 0 || day > 31)
    return 0;

  return year * 10000 + month * 100 + day;
}

/* "2026-08-01" */
static int
read_iso_date (const char *start,
               const char *text)
{
  int year = read_number (start, text, 4);
  int month, day;

  if (year < 0 || text[4] != '-')
    return 0;

  month = read_number (start, text + 5, 2);
  if (month < 0 || text[7] != '-')
    return 0;

  day = read_number (start, text + 8, 2);

  return day > 0 ? make_date (year, month, day) : 0;
}

/* "28 Sep 2026" or "Sep 2026", at its month: then the day is 0 */
static int
read_month_date (const char *start,
                 const char *text)
{
  for (int month = 1; month <= (int) G_N_ELEMENTS (months); month++)
    if (strncmp (text, months[month - 1], 3) == 0 && text[3] == ' ')
      {
        int year = read_number (start, text + 4, 4);
        int day = 0;

        if (text - start >= 2 && text[-1] == ' ')
          {
            day = text - start >= 3 ? read_number (start, text - 3, 2) : -1;
            if (day < 0)
              day = read_number (start, text - 2, 1);
          }

        return make_date (year, month, MAX (day, 0));
      }

  return 0;
}

/* Returns: the last day that a text names, as 20260928, a month as 20261100, or 0 */
static int
find_date (const char *text)
{
  int found = 0;

  for (const char *at = text; at != NULL && *at != '\0'; at++)
    {
      int date = g_ascii_isdigit (*at) ? read_iso_date (text, at) : read_month_date (text, at);

      found = MAX (found, date);
    }

  return found;
}

/**
 * outlay_model_find_seen:
 * @model: a model
 *
 * Returns: the last day that its source names, as 20260928, a month as 20261100,
 *   or 0 where it names none
 */
int
outlay_model_find_seen (const OutlayModel *model)
{
  return find_date (model->source);
}

/* The same of a plan, which has a key for it. */
int
outlay_plan_find_seen (const OutlayPlan *plan)
{
  return find_date (plan->as_of);
}

/* Returns: the day of @when, as 20260928 */
static int
date_from_time (GDateTime *when)
{
  return g_date_time_get_year (when) * 10000 + g_date_time_get_month (when) * 100 +
         g_date_time_get_day_of_month (when);
}

/**
 * outlay_list_find_seen:
 * @name: (nullable): the name of a price list's file
 * @changed: (nullable): when the file was last changed
 *
 * Returns: the day on which the list was seen, as 20260928: that in its name, as of
 *   `litellm-2026-08-01.json`, since copies bear the day on which they were made;
 *   else that of the file, else today
 */
int
outlay_list_find_seen (const char *name,
                       GDateTime  *changed)
{
  g_autoptr (GDateTime) when = changed != NULL ? g_date_time_to_local (changed)
                                               : g_date_time_new_now_local ();
  int day = date_from_time (when);
  int named = find_date (name);

  return named > 0 && named % 100 > 0 && named < day ? named : day;
}
