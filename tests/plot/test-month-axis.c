/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "month-axis.h"

/* One letter a month: n(ame), o(ver its year), a(nd its year), y(ear), "." */
static const char letters[] = ".noay";

static const struct
{
  guint       n_months;
  int         first_month;
  double      step;
  gboolean    one_line;
  const char *expected;
} table[] = {
  /* Room for all: the year below the first month and each January. */
  { 7, 12, 111.0, FALSE, "oonnnnn" },
  { 7, 1, 111.0, FALSE, "onnnnnn" },
  { 14, 3, 50.0, FALSE, "onnnnnnnnnonnn" },
  { 1, 6, 700.0, FALSE, "o" },
  { 7, 12, 60.0, TRUE, "aannnnn" },
  { 7, 11, 60.0, TRUE, "anannnn" },

  /* Quarters, and the first month where it has room before them. */
  { 13, 1, 20.0, FALSE, "o..n..n..n..o" },
  { 14, 12, 20.0, FALSE, ".o..n..n..n..o" },
  { 15, 11, 20.0, FALSE, "o.o..n..n..n..o" },

  /* Years alone, then every second one, then every fifth. */
  { 26, 12, 8.0, FALSE, ".y...........y...........y" },
  { 26, 7, 8.0, FALSE, "o.....y...........y......." },
  { 25, 1, 2.0, FALSE, "............y............" },
  { 12, 1, 0.5, FALSE, "y..........." },

  /* Too narrow for any rule: one label all the same. */
  { 5, 2, 4.0, FALSE, "y...." },
};

static OutlayMonthAxis
make_axis (guint    n_months,
           int      first_month,
           double   step,
           gboolean one_line)
{
  return (OutlayMonthAxis) { .n_months = n_months,
                             .first_year = 2027,
                             .first_month = first_month,
                             .step = step,
                             .name_width = 26.0,
                             .joined_width = 44.0,
                             .year_width = 28.0,
                             .gap = 9.0,
                             .one_line = one_line };
}

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayMonthAxis axis = make_axis (table[i].n_months, table[i].first_month,
                                        table[i].step, table[i].one_line);
      OutlayMonthLabel labels[64];
      char found[65] = { 0 };

      outlay_month_axis_choose (&axis, labels);
      for (guint month = 0; month < axis.n_months; month++)
        found[month] = letters[labels[month]];
      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static double
get_width (const OutlayMonthAxis *axis,
           OutlayMonthLabel       label)
{
  switch (label)
    {
    case OUTLAY_MONTH_LABEL_NAME:
      return axis->name_width;
    case OUTLAY_MONTH_LABEL_NAME_OVER_YEAR:
      return MAX (axis->name_width, axis->year_width);
    case OUTLAY_MONTH_LABEL_NAME_AND_YEAR:
      return axis->joined_width;
    case OUTLAY_MONTH_LABEL_YEAR:
      return axis->year_width;
    case OUTLAY_MONTH_LABEL_NONE:
    default:
      return 0.0;
    }
}

/* At any size and start, labels do not touch and there is at least one. */
static void
test_property (void)
{
  for (int round = 0; round < 5000; round++)
    {
      OutlayMonthAxis axis = make_axis ((guint) g_test_rand_int_range (1, 121),
                                        g_test_rand_int_range (1, 13),
                                        g_test_rand_double_range (0.5, 120.0),
                                        g_test_rand_bit ());
      OutlayMonthLabel labels[120];
      double end = -1e9;
      guint n_labels = 0;

      outlay_month_axis_choose (&axis, labels);
      for (guint month = 0; month < axis.n_months; month++)
        {
          double half = get_width (&axis, labels[month]) / 2.0;

          if (labels[month] == OUTLAY_MONTH_LABEL_NONE)
            continue;
          g_assert_cmpfloat (month * axis.step - half, >=, end + axis.gap - 1e-6);
          end = month * axis.step + half;
          n_labels++;
        }
      g_assert_cmpuint (n_labels, >=, 1);
    }
}

static void
test_calendar (void)
{
  OutlayMonthAxis axis = make_axis (60, 11, 10.0, FALSE);

  g_assert_cmpint (outlay_month_axis_get_month (&axis, 0), ==, 11);
  g_assert_cmpint (outlay_month_axis_get_year (&axis, 1), ==, 2027);
  g_assert_cmpint (outlay_month_axis_get_month (&axis, 2), ==, 1);
  g_assert_cmpint (outlay_month_axis_get_year (&axis, 2), ==, 2028);
  g_assert_cmpint (outlay_month_axis_get_year (&axis, 14), ==, 2029);
  g_assert_true (outlay_month_axis_is_on_stride (&axis, 2, 12));
  g_assert_true (outlay_month_axis_is_on_stride (&axis, 5, 3));
  g_assert_false (outlay_month_axis_is_on_stride (&axis, 4, 3));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/month-axis/labels", test_labels);
  g_test_add_func ("/plot/month-axis/property", test_property);
  g_test_add_func ("/plot/month-axis/calendar", test_calendar);

  return g_test_run ();
}
