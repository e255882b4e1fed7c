/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include <string.h>

/* What the tests compare: a line for each problem, without the file's name. */
char *
describe_problems (const OutlayProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outlay_problems_get_n_listed (problems); i++)
    {
      const OutlayProblem *problem = outlay_problems_get (problems, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", problem->path,
                              problem->message);
    }

  return g_string_free (text, FALSE);
}

OutlayScenario *
read_text (const char     *text,
           gssize          length,
           OutlayProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
}

/* Goes on after a failure, so that one run shows every row that fails. */
void
assert_reading (const char *row,
                const char *text,
                gssize      length,
                const char *expected)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  OutlayScenario *scenario = read_text (text, length, problems);
  g_autofree char *found = describe_problems (problems);

  if (strcmp (found, expected) != 0)
    {
      g_test_message ("%s:\nexpected:\n%s\nfound:\n%s", row, expected, found);
      g_test_fail ();
    }
  if ((scenario != NULL) != (*expected == '\0'))
    {
      g_test_message ("%s: %s", row, scenario != NULL ? "was taken" : "was refused");
      g_test_fail ();
    }
  g_clear_pointer (&scenario, outlay_scenario_unref);
}

void
assert_readings (const ReadingCase *cases,
                 gsize              n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    assert_reading (cases[i].row, cases[i].text, -1, cases[i].problems);
}

/* Reads what must have no problem. */
OutlayScenario *
read_good (const char *text)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  OutlayScenario *scenario = read_text (text, -1, problems);
  g_autofree char *found = describe_problems (problems);

  g_assert_cmpstr (found, ==, "");
  g_assert_nonnull (scenario);

  return scenario;
}
