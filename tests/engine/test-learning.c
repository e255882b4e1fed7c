/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 1: L(t), how far a person is in the t-th month of use. */
#include "learning.h"

#include "near.h"

#define LOGISTIC OUTLAY_LEARNING_LOGISTIC
#define EXPONENTIAL OUTLAY_LEARNING_EXPONENTIAL
#define LINEAR OUTLAY_LEARNING_LINEAR
#define WRIGHT OUTLAY_LEARNING_WRIGHT
#define FLAT OUTLAY_LEARNING_FLAT

static void
test_progress (void)
{
  static const struct
  {
    const char          *row;
    OutlayLearningCurve  curve;
    gint64               months;
    int                  tenure;
    double               progress;
  } table[] = {
    { "logistic begins at 0", LOGISTIC, 7, 1, 0 },
    { "logistic is slow at first: x = 1/6", LOGISTIC, 7, 2, 0.04873611516682693 },
    { "logistic at x = 1/3", LOGISTIC, 7, 3, 0.1977353359008273 },
    { "logistic is half way in the middle", LOGISTIC, 7, 4, 0.5 },
    { "logistic is symmetric: 1 - L(3)", LOGISTIC, 7, 5, 1 - 0.1977353359008273 },
    { "logistic is symmetric: 1 - L(2)", LOGISTIC, 7, 6, 1 - 0.04873611516682693 },
    { "logistic ends at 1", LOGISTIC, 7, 7, 1 },
    { "logistic stays at 1", LOGISTIC, 7, 60, 1 },

    { "exponential begins at 0", EXPONENTIAL, 7, 1, 0 },
    /* (1 - e^-1) / (1 - e^-3) at x = 1/3, (1 - e^-1.5) / (1 - e^-3) at 1/2 */
    { "exponential at x = 1/3", EXPONENTIAL, 7, 3, 0.6652409557748219 },
    { "exponential at x = 1/2", EXPONENTIAL, 7, 4, 0.8175744761936438 },
    { "exponential ends at 1", EXPONENTIAL, 7, 7, 1 },

    { "linear begins at 0", LINEAR, 5, 1, 0 },
    { "linear at 1/4", LINEAR, 5, 2, 0.25 },
    { "linear at 3/4", LINEAR, 5, 4, 0.75 },
    { "linear ends at 1", LINEAR, 5, 5, 1 },

    /* Each doubling takes 20 % off: 2^-b = 0.8, 4^-b = 0.64, 8^-b = 0.512. */
    { "wright begins at 0", WRIGHT, 4, 1, 0 },
    { "wright, one doubling of two", WRIGHT, 4, 2, 0.2 / 0.36 },
    { "wright, one doubling of three", WRIGHT, 8, 2, 0.2 / 0.488 },
    { "wright, two doublings of three", WRIGHT, 8, 4, 0.36 / 0.488 },
    { "wright ends at 1", WRIGHT, 8, 8, 1 },

    { "flat is 0 at first", FLAT, 7, 1, 0 },
    { "flat is 0 after its months", FLAT, 7, 8, 0 },
    { "flat is 0 even where one month is all", FLAT, 1, 1, 0 },

    { "logistic of one month has learnt at once", LOGISTIC, 1, 1, 1 },
    { "exponential of one month", EXPONENTIAL, 1, 1, 1 },
    { "linear of one month", LINEAR, 1, 1, 1 },
    { "wright of one month", WRIGHT, 1, 1, 1 },
    { "two months: 0, then 1", LINEAR, 2, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayLearning learning = { table[i].curve, table[i].months };

      assert_near (table[i].row, outlay_learning_progress (&learning, table[i].tenure),
                   table[i].progress);
    }
}

/* Nobody unlearns, and nobody is ever less than new or more than learnt. */
static void
test_rises (void)
{
  for (int curve = 0; curve <= FLAT; curve++)
    for (gint64 months = 1; months <= 60; months++)
      {
        OutlayLearning learning = { (OutlayLearningCurve) curve, months };
        double before = 0;

        for (int tenure = 1; tenure <= 61; tenure++)
          {
            double now = outlay_learning_progress (&learning, tenure);

            g_assert_cmpfloat (now, >=, before);
            g_assert_cmpfloat (now, <=, 1);
            before = now;
          }
      }
}

static void
test_pair (void)
{
  static const struct { OutlayPair pair; double progress; double value; } table[] = {
    { { 1.4, 0.9 }, 0, 1.4 },
    { { 1.4, 0.9 }, 1, 0.9 },
    { { 1.4, 0.9 }, 0.5, 1.15 },
    { { 0, 10 }, 0.25, 2.5 },
    { { 3, 3 }, 0.7, 3 },
    /* A factor on learning stretches progress past 1. */
    { { 1, 2 }, 1.5, 2.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    assert_near ("pair", outlay_pair_read (&table[i].pair, table[i].progress),
                 table[i].value);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/learning/progress", test_progress);
  g_test_add_func ("/learning/rises", test_rises);
  g_test_add_func ("/learning/pair", test_pair);

  return g_test_run ();
}
