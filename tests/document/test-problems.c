/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a file that is wrong. */
#include "problems.h"

#include <string.h>

static const OutlayProblem *
add (OutlayProblems *problems,
     const char     *path,
     const char     *found)
{
  outlay_problems_add (problems, path, found, "1 to 10", "%s is not in 1 to 10", found);

  return outlay_problems_get (problems, outlay_problems_get_n_listed (problems) - 1);
}

static void
test_sentence (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  const OutlayProblem *problem = add (problems, "team[0].people", "12");
  g_autofree char *sentence = outlay_problem_to_string (problem);

  g_assert_cmpstr (problem->found, ==, "12");
  g_assert_cmpstr (problem->allowed, ==, "1 to 10");
  g_assert_cmpstr (sentence, ==, "team.outlay: team[0].people: 12 is not in 1 to 10");
}

/* Only so many are listed, but all are counted. */
static void
test_many (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");

  for (guint i = 0; i < 2 * OUTLAY_MAX_PROBLEMS; i++)
    outlay_problems_add (problems, "turns", NULL, NULL, "wrong");

  g_assert_cmpuint (outlay_problems_get_n_listed (problems), ==, OUTLAY_MAX_PROBLEMS);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 2 * OUTLAY_MAX_PROBLEMS);
}

/* A text of a megabyte, of characters of one, two, three and four bytes, loses its
 * middle, no half of a character, and not what is allowed. */
static void
test_long (void)
{
  static const char *const characters[] = { "n", "é", "€", "𝄞" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("prices.json");
      g_autoptr (GString) text = g_string_new ("x");
      const OutlayProblem *problem;

      while (text->len < 1 << 20)
        g_string_append (text, characters[i]);
      problem = add (problems, text->str, text->str);

      g_assert_cmpuint (strlen (problem->path), <, 600);
      g_assert_true (g_str_has_prefix (problem->path, "x"));
      g_assert_nonnull (strstr (problem->path, "…"));
      g_assert_true (g_str_has_suffix (problem->path, characters[i]));
      g_assert_true (g_utf8_validate (problem->path, -1, NULL));
      g_assert_cmpstr (problem->path, ==, problem->found);
      g_assert_true (g_str_has_suffix (problem->message, " is not in 1 to 10"));
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
}

/* Bytes that are no text do not lead it astray. */
static void
test_no_text (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("prices.json");
  g_autofree char *bytes = g_strnfill (1 << 10, '\x80');
  const OutlayProblem *problem = add (problems, "(top)", bytes);

  g_assert_cmpuint (strlen (problem->found), <, 600);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problems/sentence", test_sentence);
  g_test_add_func ("/problems/many", test_many);
  g_test_add_func ("/problems/long", test_long);
  g_test_add_func ("/problems/no-text", test_no_text);

  return g_test_run ();
}
