/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-edits.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define MAX_SHARES 12

typedef struct
{
  const char *name;
  double      shares[4];
  gboolean    locked[4];
  guint       position;
  double      share;
  gboolean    allowed;
  double      expected[4];
} SetCase;

static const SetCase set_cases[] = {
  { "gives-in-proportion",
    { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, 0.1, TRUE, { 0.1, 0.45, 0.3, 0.15 } },
  { "takes-in-proportion",
    { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, 0.7, TRUE, { 0.7, 0.15, 0.1, 0.05 } },
  { "locked-stays",
    { 0.4, 0.3, 0.2, 0.1 }, { 0, TRUE, 0, 0 }, 0, 0.1, TRUE, { 0.1, 0.3, 0.4, 0.2 } },
  { "to-all",
    { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 2, 1.0, TRUE, { 0, 0, 1, 0 } },
  { "from-all-in-equal-parts",
    { 0, 0, 1, 0 }, { 0 }, 2, 0.4, TRUE, { 0.2, 0.2, 0.4, 0.2 } },
  { "from-all-to-the-unlocked",
    { 0, 0, 1, 0 }, { TRUE, 0, 0, 0 }, 2, 0.4, TRUE, { 0, 0.3, 0.4, 0.3 } },
  { "up-to-what-the-locks-leave",
    { 0.4, 0.3, 0.2, 0.1 }, { 0, TRUE, 0, 0 }, 0, 0.7, TRUE, { 0.7, 0.3, 0, 0 } },
  { "no-further-than-the-locks-leave",
    { 0.4, 0.3, 0.2, 0.1 }, { 0, TRUE, 0, 0 }, 0, 0.71, FALSE, { 0.4, 0.3, 0.2, 0.1 } },
  { "nobody-to-take-it",
    { 0.4, 0.3, 0.2, 0.1 }, { 0, TRUE, TRUE, TRUE }, 0, 0.3, FALSE, { 0.4, 0.3, 0.2, 0.1 } },
  { "below-zero",
    { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, -0.1, FALSE, { 0.4, 0.3, 0.2, 0.1 } },
  { "not-a-number",
    { 0.4, 0.3, 0.2, 0.1 }, { 0 }, 0, NAN, FALSE, { 0.4, 0.3, 0.2, 0.1 } },
};

static void
assert_shares (const double *shares,
               const double *expected,
               guint         n_shares)
{
  for (guint i = 0; i < n_shares; i++)
    g_assert_cmpfloat_with_epsilon (shares[i], expected[i], 1e-12);
}

static void
test_set (gconstpointer data)
{
  const SetCase *test = data;
  double shares[4];

  memcpy (shares, test->shares, sizeof shares);
  g_assert_cmpint (outlay_mix_set_share (shares, test->locked, 4, test->position, test->share),
                   ==, test->allowed);
  assert_shares (shares, test->expected, 4);
}

static void
test_border (void)
{
  static const gboolean none[4] = { 0 };
  static const gboolean third[4] = { 0, 0, TRUE, 0 };
  double shares[] = { 0.4, 0.3, 0.2, 0.1 };

  g_assert_true (outlay_mix_move_border (shares, none, 4, 0, 0.1));
  assert_shares (shares, (double[]) { 0.5, 0.2, 0.2, 0.1 }, 4);

  /* It stops at the next border on either side, and says when it stood there. */
  g_assert_true (outlay_mix_move_border (shares, none, 4, 0, 0.9));
  assert_shares (shares, (double[]) { 0.7, 0, 0.2, 0.1 }, 4);
  g_assert_false (outlay_mix_move_border (shares, none, 4, 0, 0.1));
  g_assert_true (outlay_mix_move_border (shares, none, 4, 0, -0.9));
  assert_shares (shares, (double[]) { 0, 0.7, 0.2, 0.1 }, 4);

  g_assert_false (outlay_mix_move_border (shares, third, 4, 1, 0.1));
  g_assert_false (outlay_mix_move_border (shares, third, 4, 2, 0.1));
  assert_shares (shares, (double[]) { 0, 0.7, 0.2, 0.1 }, 4);
}

static double
sum_of (const double *shares,
        guint         n_shares)
{
  double sum = 0;

  for (guint i = 0; i < n_shares; i++)
    {
      g_assert_cmpfloat (shares[i], >=, 0);
      g_assert_cmpfloat (shares[i], <=, 1);
      sum += shares[i];
    }

  return sum;
}

/* Whatever somebody does to a mix, and however long: it sums to 1, no share is
 * negative, and a locked one is not moved by the edit of another. */
static void
test_property (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 200; round++)
    {
      guint n_shares = (guint) g_rand_int_range (random, 2, MAX_SHARES + 1);
      double shares[MAX_SHARES];
      gboolean locked[MAX_SHARES];

      for (guint i = 0; i < n_shares; i++)
        shares[i] = 1.0 / n_shares;

      for (guint step = 0; step < 500; step++)
        {
          double before[MAX_SHARES];
          guint position = (guint) g_rand_int_range (random, 0, (gint32) n_shares);
          gboolean set = g_rand_boolean (random);
          double least;
          double most;

          for (guint i = 0; i < n_shares; i++)
            locked[i] = g_rand_int_range (random, 0, 3) == 0;
          memcpy (before, shares, sizeof before);

          if (set)
            {
              outlay_mix_get_limits (shares, locked, n_shares, position, &least, &most);
              g_assert_true (outlay_mix_set_share (shares, locked, n_shares, position,
                                                   least + (most - least) * g_rand_double (random)));
            }
          else
            {
              outlay_mix_move_border (shares, locked, n_shares, position % (n_shares - 1),
                                      g_rand_double_range (random, -1, 1));
            }

          g_assert_cmpfloat_with_epsilon (sum_of (shares, n_shares), 1, 1e-12);
          for (guint i = 0; i < n_shares; i++)
            if (locked[i] && !(set && i == position))
              g_assert_cmpfloat (shares[i], ==, before[i]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (set_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mix-edits/set/%s", set_cases[i].name);

      g_test_add_data_func (path, &set_cases[i], test_set);
    }
  g_test_add_func ("/mix-edits/border", test_border);
  g_test_add_func ("/mix-edits/property", test_property);

  return g_test_run ();
}
