/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names are offered for one that was not found. */
#include "near.h"

#include <string.h>

typedef struct
{
  const char *row;
  gboolean    is_id;
  const char *wanted;
  const char *names[6];
  const char *offered;
} Case;

static const Case cases[] = {
  { "a letter too few", FALSE, "mnths", { "months", "notes", "turns" }, "\"months\"" },
  { "two letters swapped", FALSE, "tunrs", { "turns", "tasks" }, "\"turns\"" },
  { "in capitals", FALSE, "Turns", { "turns", "tasks" }, "\"turns\"" },
  { "nothing near", FALSE, "xyzzy", { "turns", "tasks" }, NULL },
  { "no names", FALSE, "turns", { NULL }, NULL },
  { "a part of a name", FALSE, "wage", { "hourly_wage", "tasks_per_day" }, "\"hourly_wage\"" },
  { "nearest first", FALSE, "abcdef", { "abcxyf", "abcdeg", "abcdef0" },
    "\"abcdef0\", \"abcdeg\", \"abcxyf\"" },
  { "three at most", FALSE, "abcdef", { "abcde1", "abcde2", "abcde3", "abcde4" },
    "\"abcde1\", \"abcde2\", \"abcde3\"" },
  { "the nearest even where it comes last", FALSE, "abcdefghi",
    { "abcdefg12", "abcdefg34", "abcdefg56", "abcdefgh1" },
    "\"abcdefgh1\", \"abcdefg12\", \"abcdefg34\"" },
  { "letters of any script", FALSE, "M\xC3\x9CLLER", { "m\xC3\xBCller" }, "\"m\xC3\xBCller\"" },

  { "an id without its vendor", TRUE, "claude-opus-5", { "openai/gpt-5.5",
    "anthropic/claude-opus-5" }, "\"anthropic/claude-opus-5\", \"openai/gpt-5.5\"" },
  { "an id of another vendor", TRUE, "bedrock/claude-opus-5", { "openai/gpt-5.5",
    "anthropic/claude-opus-5" }, "\"anthropic/claude-opus-5\", \"openai/gpt-5.5\"" },
  { "some id is always named", TRUE, "xyzzy", { "openai/gpt-5.5" }, "\"openai/gpt-5.5\"" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *offered = NULL;
      OutlayNear near;

      if (cases[i].is_id)
        outlay_near_init_id (&near, cases[i].wanted);
      else
        outlay_near_init (&near, cases[i].wanted);
      for (guint n = 0; cases[i].names[n] != NULL; n++)
        outlay_near_consider (&near, cases[i].names[n]);
      offered = outlay_near_describe (&near);

      if (g_strcmp0 (offered, cases[i].offered) != 0)
        g_error ("%s: %s", cases[i].row, offered);
    }
}

/* A hostile name costs no time: past 200 letters nothing is compared. */
static void
test_long_names (void)
{
  g_autofree char *length_199 = g_strnfill (199, 'a');
  g_autofree char *length_200 = g_strnfill (200, 'a');
  g_autofree char *length_201 = g_strnfill (201, 'a');
  g_autofree char *very_long = g_strnfill (1000000, 'a');
  const struct { const char *wanted, *name; gboolean offered; } table[] = {
    { length_200, length_199, TRUE },
    { length_199, length_200, TRUE },
    { length_201, length_200, FALSE },
    { length_200, length_201, FALSE },
    { very_long, very_long, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int is_id = 0; is_id <= 1; is_id++)
      {
        OutlayNear near;

        if (is_id)
          outlay_near_init_id (&near, table[i].wanted);
        else
          outlay_near_init (&near, table[i].wanted);
        for (guint n = 0; n < 100; n++)
          outlay_near_consider (&near, table[i].name);
        g_assert_cmpuint (near.n_names > 0, ==, table[i].offered);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/near/cases", test_cases);
  g_test_add_func ("/near/long-names", test_long_names);

  return g_test_run ();
}
