/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real logs, against what they are known to hold. */
#include "collector.h"

#include <math.h>
#include <string.h>

/* The columns of EXPECTED.csv. */
typedef enum
{
  FILE_NAME, REPOSITORY, LICENCE, MODEL, VERSION, CALLS, PROMPTS, INPUT, WRITE_5M, WRITE_1H,
  READ, OUTPUT, OUTPUT_ESTIMATE, COST, COMPACTIONS, CACHE_MISSES, SUBAGENT_CALLS, N_COLUMNS
} Column;

static gint64
whole (char **row,
       Column column)
{
  return g_ascii_strtoll (row[column], NULL, 10);
}

static char *
sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "logs", name, NULL);
}

/* The coefficients of the repair have three digits where the expected figures
 * had more: 1 % of the output. */
static void
check_estimate (const CollectorSums *sums,
                char               **row)
{
  double expected = (double) whole (row, OUTPUT_ESTIMATE);

  if (sums->placeholders == 0)
    g_assert_cmpint (sums->output_estimate, ==, whole (row, OUTPUT_ESTIMATE));
  else
    g_assert_cmpfloat (fabs ((double) sums->output_estimate - expected), <=, expected * 0.01);
}

static void
check_cost (const CollectorSums *sums,
            char               **row)
{
  if (*row[COST] == '\0')
    {
      g_assert_cmpint (sums->unpriced, ==, sums->calls);
      return;
    }

  g_assert_cmpint (sums->unpriced, ==, 0);
  if (sums->placeholders == 0)
    g_assert_cmpint (llround ((double) sums->cost / 1e5), ==,
                     llround (g_ascii_strtod (row[COST], NULL) * 1e4));
  g_assert_cmpfloat (fabs ((double) sums->cost_estimate / 1e9 - g_ascii_strtod (row[COST], NULL)),
                     <, 0.005);
}

static void
check_row (char **row)
{
  g_autoptr (Collector) collector = collector_new ();
  g_autofree char *path = sample (row[FILE_NAME]);
  const char * const paths[] = { path, NULL };
  CollectorSums sums;

  g_test_message ("%s", row[FILE_NAME]);
  collector_read (collector, paths, NULL, 1);
  sums = collector_sum (collector);

  g_assert_cmpint (sums.calls, ==, whole (row, CALLS));
  g_assert_cmpint (sums.prompts, ==, whole (row, PROMPTS));
  g_assert_cmpint (sums.tokens.input, ==, whole (row, INPUT));
  g_assert_cmpint (sums.tokens.write_5m, ==, whole (row, WRITE_5M));
  g_assert_cmpint (sums.tokens.write_1h, ==, whole (row, WRITE_1H));
  g_assert_cmpint (sums.tokens.read, ==, whole (row, READ));
  g_assert_cmpint (sums.tokens.output, ==, whole (row, OUTPUT));
  g_assert_cmpint (sums.compactions, ==, whole (row, COMPACTIONS));
  g_assert_cmpint (collector->quoted_calls, ==, whole (row, SUBAGENT_CALLS));
  check_estimate (&sums, row);
  check_cost (&sums, row);
  for (guint i = 0; i < OUTLAY_N_LOG_TROUBLES; i++)
    g_assert_cmpuint (collector->troubles[i].count, ==, 0);
}

static void
test_expected (void)
{
  g_autofree char *path = sample ("EXPECTED.csv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_rows = 0;
  gboolean read = g_file_get_contents (path, &text, NULL, NULL);

  g_assert_true (read);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++, n_rows++)
    {
      g_auto (GStrv) row = g_strsplit (g_strchomp (lines[i]), ",", -1);

      g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
      check_row (row);
    }
  g_assert_cmpuint (n_rows, ==, 10);
}

/* Any number of threads, the tree or its files twice over: the same sums. */
static void
test_order (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "logs", NULL);
  const char * const once[] = { folder, NULL };
  const char * const twice[] = { folder, folder, NULL };
  g_autoptr (Collector) one = collector_new ();
  g_autoptr (Collector) other = collector_new ();
  CollectorSums sums, others;

  collector_read (one, once, NULL, 1);
  collector_read (other, twice, NULL, 4);
  sums = collector_sum (one);
  others = collector_sum (other);
  g_assert_cmpint (sums.calls, ==, 226);
  g_assert_cmpmem (&sums, sizeof sums, &others, sizeof others);
  g_assert_cmpuint (other->names->len, ==, 2 * one->names->len);
}

/* What a log is called says nothing about what it is. */
static void
test_names (void)
{
  static const struct
  {
    const char      *name;
    OutlayLogFormat  format;
  } samples[] = {
    { "claude-code_short_1h_cache_6c83bec4.jsonl", OUTLAY_LOG_CLAUDE },
    { "codex_plain_1b907176.jsonl", OUTLAY_LOG_CODEX },
    { "gemini-cli_64ed9f04.json", OUTLAY_LOG_GEMINI },
    { "EXPECTED.csv", OUTLAY_LOG_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (Collector) collector = collector_new ();
      g_autofree char *path = sample (samples[i].name);
      g_autofree char *text = NULL;
      gsize length;
      gboolean read = g_file_get_contents (path, &text, &length, NULL);

      g_assert_true (read);
      collector_read_text (collector, "any-name", text, (gssize) length);
      g_assert_cmpint (collector->format, ==, samples[i].format);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/samples/expected", test_expected);
  g_test_add_func ("/ledger/samples/order", test_order);
  g_test_add_func ("/ledger/samples/names", test_names);

  return g_test_run ();
}
