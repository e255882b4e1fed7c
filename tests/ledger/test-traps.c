/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What misleads whoever adds logs up. */
#include "collector.h"

#include "log-row.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "{\"timestamp\":\"2026-06-01T10:00:01Z\",\"sessionId\":\"s1\",\"uuid\":\"q\","

#define USAGE "\"usage\":{\"input_tokens\":1,\"cache_creation_input_tokens\":30," \
  "\"cache_read_input_tokens\":400,\"cache_creation\":{\"ephemeral_5m_input_tokens\":10," \
  "\"ephemeral_1h_input_tokens\":20},\"output_tokens\":%d}"

/* A line of an answer with @output tokens; @more stands before its usage. */
static char *
answer (const char *id,
        const char *more,
        int         output)
{
  g_autofree char *usage = g_strdup_printf (USAGE, output);

  return g_strdup_printf ("{\"type\":\"assistant\",\"timestamp\":\"2026-06-01T10:00:00.000Z\","
                          "\"sessionId\":\"s1\",\"uuid\":\"u-%s-%d\",\"version\":\"2.1.140\","
                          "\"message\":{\"role\":\"assistant\",\"id\":\"%s\","
                          "\"model\":\"claude-opus-5\",%s\"stop_reason\":\"end_turn\",%s}}\n",
                          id, output, id, more, usage);
}

static CollectorSums
sum_text (const char *text,
          gssize      length)
{
  g_autoptr (Collector) collector = collector_new ();

  collector_read_text (collector, "log.jsonl", text, length);

  return collector_sum (collector);
}

/* @host with @guest in the place of its @. */
static void
append (GString    *log,
        const char *host,
        const char *guest)
{
  g_auto (GStrv) parts = g_strsplit (host, "@", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_string_append_printf (log, "%s%s%s\n", parts[0], guest, parts[1]);
}

/* A usage that somebody quotes, in every place where a text or a foreign object
 * can stand, is not counted. */
static void
test_quoted (void)
{
  const char * const texts[] = {
    HEAD "\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"@\"}}",
    HEAD "\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":["
    "{\"type\":\"tool_result\",\"content\":\"@\"}]}}",
    HEAD "\"toolUseResult\":{\"stdout\":\"@\"},\"type\":\"user\",\"message\":{\"content\":["
    "{\"type\":\"tool_result\",\"content\":[]}]}}",
    HEAD "\"type\":\"assistant\",\"message\":{\"id\":\"m1\",\"role\":\"assistant\","
    "\"content\":[{\"type\":\"text\",\"text\":\"@\"}]}}",
    HEAD "\"type\":\"assistant\",\"message\":{\"id\":\"m3\",\"usage\":\"@\"}}",
    HEAD "\"type\":\"summary\",\"leafUuid\":\"l\",\"summary\":\"@\"}",
  };
  const char * const objects[] = {
    HEAD "\"toolUseResult\":@,\"type\":\"user\",\"message\":{\"content\":["
    "{\"type\":\"tool_result\",\"content\":\"\"}]}}",
    HEAD "\"type\":\"user\",\"message\":{\"content\":["
    "{\"type\":\"tool_result\",\"content\":@}]}}",
    HEAD "\"type\":\"user\",\"message\":@}",
    HEAD "\"type\":\"progress\",\"data\":{\"message\":@}}",
    HEAD "\"type\":\"assistant\",\"message\":{\"content\":["
    "{\"type\":\"tool_use\",\"name\":\"Write\",\"input\":@}]}}",
    HEAD "\"type\":\"file-history-snapshot\",\"snapshot\":@}",
    HEAD "\"type\":\"assistant\",\"nested\":[[[@]]]}",
  };
  g_autofree char *line = answer ("m1", "", 500);
  g_autofree char *fake = answer ("m2", "", 900000);
  g_autofree char *bare = g_strndup (fake, strlen (fake) - 1);
  g_autofree char *text = g_strescape (bare, NULL);
  g_autofree char *twice = g_strescape (text, NULL);
  g_autoptr (GString) log = g_string_new (line);
  CollectorSums sums;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      append (log, texts[i], text);
      append (log, texts[i], twice);
    }
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    append (log, objects[i], bare);

  sums = sum_text (log->str, -1);
  g_assert_cmpint (sums.calls, ==, 1);
  g_assert_cmpint (sums.tokens.output, ==, 500);
}

/* A message stands on several lines and in several files; it counts once, by its
 * fullest copy, whichever comes first. */
static void
test_copies (void)
{
  g_autofree char *early = answer ("m1", "", 3);
  g_autofree char *late = answer ("m1", "", 700);
  g_autofree char *other = answer ("m2", "", 10);
  g_autofree char *forth = g_strconcat (early, late, other, NULL);
  g_autofree char *back = g_strconcat (other, late, early, NULL);
  g_autoptr (Collector) collector = collector_new ();
  CollectorSums sums = sum_text (forth, -1);

  g_assert_cmpint (sums.calls, ==, 2);
  g_assert_cmpint (sums.tokens.output, ==, 710);
  g_assert_cmpint (sums.tokens.write_5m, ==, 20);
  g_assert_cmpint (sums.tokens.write_1h, ==, 40);

  collector_read_text (collector, "one.jsonl", early, -1);
  collector_read_text (collector, "two.jsonl", back, -1);
  collector_read_text (collector, "three.jsonl", forth, -1);
  sums = collector_sum (collector);
  g_assert_cmpint (sums.calls, ==, 2);
  g_assert_cmpint (sums.tokens.output, ==, 710);
  g_assert_cmpint (sums.tokens.read, ==, 800);
}

static char *
count (const char *second,
       int         total,
       int         last)
{
  return g_strdup_printf ("{\"timestamp\":\"2026-06-01T10:00:%sZ\",\"type\":\"event_msg\","
                          "\"payload\":{\"type\":\"token_count\",\"info\":{"
                          "\"total_token_usage\":{\"input_tokens\":%d,\"cached_input_tokens\":%d,"
                          "\"output_tokens\":50,\"reasoning_output_tokens\":20,"
                          "\"total_tokens\":%d},"
                          "\"last_token_usage\":{\"input_tokens\":%d,\"cached_input_tokens\":%d,"
                          "\"output_tokens\":10,\"reasoning_output_tokens\":5,"
                          "\"total_tokens\":0}}}}\n",
                          second, total, total / 2, total, last, last / 2);
}

/* Counts that repeat the running total are not calls; a session that goes on from
 * another repeats its counts. */
static void
test_codex (void)
{
  g_autofree char *one = count ("01", 100, 100);
  g_autofree char *same = count ("02", 100, 100);
  g_autofree char *two = count ("03", 260, 160);
  g_autofree char *three = count ("59", 300, 40);
  const char *meta = "{\"timestamp\":\"2026-06-01T10:00:00Z\",\"type\":\"session_meta\","
                     "\"payload\":{\"id\":\"a\"}}\n";
  const char *fork = "{\"timestamp\":\"2026-06-01T11:00:00Z\",\"type\":\"session_meta\","
                     "\"payload\":{\"id\":\"b\",\"forked_from_id\":\"a\"}}\n";
  const char *empty = "{\"timestamp\":\"2026-06-01T10:00:00Z\",\"type\":\"event_msg\","
                      "\"payload\":{\"type\":\"token_count\",\"info\":null}}\n";
  g_autofree char *first = g_strconcat (meta, empty, one, same, same, two, NULL);
  g_autofree char *second = g_strconcat (fork, meta, one, two, two, three, NULL);
  g_autoptr (Collector) collector = collector_new ();
  CollectorSums sums;

  collector_read_text (collector, "first.jsonl", first, -1);
  sums = collector_sum (collector);
  g_assert_cmpint (sums.calls, ==, 2);
  g_assert_cmpint (sums.tokens.input, ==, 130);
  g_assert_cmpint (sums.tokens.read, ==, 130);
  g_assert_cmpint (sums.tokens.output, ==, 20);

  collector_read_text (collector, "second.jsonl", second, -1);
  sums = collector_sum (collector);
  g_assert_cmpint (sums.calls, ==, 3);
  g_assert_cmpint (sums.tokens.input, ==, 150);
}

/* Damage is counted and named, and what stands around it is read. */
static void
test_damage (void)
{
  g_autofree char *good = answer ("m1", "", 5);
  g_autofree char *accent = answer ("m2", "\"content\":[{\"type\":\"text\",\"text\":\"\xC3(\"}],", 6);
  g_autofree char *half = g_strndup (good, strlen (good) / 2);
  g_autofree char *fraction = answer ("m3", "", 7);
  g_autofree char *timeless = answer ("m4", "", 8);
  g_autoptr (GString) log = g_string_new (good);
  g_autoptr (Collector) collector = collector_new ();
  CollectorSums sums;

  memcpy (strstr (fraction, ":7}") , ":.}", 3);
  memcpy (strstr (timeless, "2026-06-01"), "1926-06-01", 10);
  g_string_append (log, half);
  g_string_append (log, "\n\n   \n");
  g_string_append (log, accent);
  g_string_append (log, fraction);
  g_string_append (log, timeless);
  g_string_append (log, half);
  collector_read_text (collector, "log.jsonl", log->str, (gssize) log->len);

  sums = collector_sum (collector);
  g_assert_cmpint (sums.calls, ==, 2);
  g_assert_cmpint (sums.tokens.output, ==, 11);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_NOT_JSON].count, ==, 3);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_NOT_JSON].line, ==, 2);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_NOT_TEXT].count, ==, 1);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_NO_TIME].count, ==, 1);
}

static void
test_long_line (void)
{
  g_autofree char *good = answer ("m1", "", 5);
  g_autofree char *after = answer ("m2", "", 6);
  g_autoptr (GString) log = g_string_new (good);
  g_autoptr (Collector) collector = collector_new ();
  CollectorSums sums;

  g_string_append (log, "{\"type\":\"user\",\"message\":{\"content\":\"");
  for (guint i = 0; i < 100000; i++)
    g_string_append (log, "a thousand bytes, over and over again: usage output_tokens 12345 "
                     "0123456789012345678901234567890123456789012345678901234567890123456789"
                     "0123456789012345678901234567890123456789012345678901234567890123456789"
                     "0123456789012345678901234567890123456789012345678901234567890123456789");
  g_string_append (log, "\"}}\n");
  g_string_append (log, after);
  collector_read_text (collector, "log.jsonl", log->str, (gssize) log->len);

  sums = collector_sum (collector);
  g_assert_cmpint (sums.calls, ==, 2);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_TOO_LONG].count, ==, 1);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_TOO_LONG].line, ==, 2);
}

/* More messages than a batch takes. */
static void
test_many (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (Collector) collector = collector_new ();
  CollectorSums sums;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *line = answer (id, "", 2);

      g_string_append (log, line);
      g_string_append (log, line);
    }
  collector_read_text (collector, "log.jsonl", log->str, -1);

  sums = collector_sum (collector);
  g_assert_cmpint (sums.calls, ==, 20000);
  g_assert_cmpint (sums.tokens.output, ==, 40000);
  g_assert_cmpuint (collector->n_batches, >, 1);
  g_assert_cmpuint (g_hash_table_size (collector->sessions), ==, 1);
}

static void
test_ccusage (void)
{
  const char *text =
    "{\"daily\":[{\"period\":\"2026-06-01\",\"inputTokens\":9,\"outputTokens\":9,"
    "\"modelBreakdowns\":[{\"modelName\":\"claude-opus-5\",\"inputTokens\":1,"
    "\"outputTokens\":2,\"cacheCreationTokens\":3,\"cacheReadTokens\":4,\"cost\":0.5},"
    "{\"modelName\":\"gpt-5.5\",\"inputTokens\":8,\"outputTokens\":7,"
    "\"cacheCreationTokens\":0,\"cacheReadTokens\":0,\"cost\":0.25}]}],"
    "\"totals\":{\"inputTokens\":9}}";
  g_autoptr (Collector) collector = collector_new ();
  const OutlayLogRow *row;

  collector_read_text (collector, "usage.json", text, -1);
  g_assert_cmpuint (collector->rows->len, ==, 2);
  row = &g_array_index (collector->rows, OutlayLogRow, 0);
  g_assert_cmpstr (row->texts[OUTLAY_ROW_MODEL], ==, "claude-opus-5");
  g_assert_cmpint (row->tokens.input, ==, 1);
  g_assert_cmpint (row->tokens.read, ==, 4);
  g_assert_cmpint (row->cost, ==, 500000000);
  g_assert_cmpint (outlay_moment_get_day (row->at), ==, 20260601);
}

/* Columns in any order, headings in several spellings or as they are mapped. */
static void
test_csv (void)
{
  const char *text =
    "\xEF\xBB\xBF" "Output;Wann;Model;Repo;Cost USD;Outcome;Input tokens\r\n"
    "20;2026-06-01T10:00:00Z;\"claude;x\";\"a \"\"b\"\"\";1.25;accepted;100\r\n"
    "20;2026-06-01T10:00:00Z;m;r;;rejected;-1\r\n"
    "20;yesterday;m;r;;;1\r\n"
    "5;2026-06-02;m;r;;;1\r\n"
    "5;2026-06-02;m;r;;;1\r\n";
  g_autoptr (OutlayCsvMapping) mapping = outlay_csv_mapping_new ();
  g_autoptr (Collector) collector = collector_new ();
  g_autofree char *folder = g_dir_make_tmp ("outlay-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.csv", NULL);
  const char * const paths[] = { path, NULL };
  const OutlayLogRow *rows;

  g_file_set_contents (path, text, -1, NULL);
  collector_read (collector, paths, NULL, 1);
  g_assert_cmpint (collector->format, ==, OUTLAY_LOG_UNKNOWN);

  g_assert_false (outlay_csv_mapping_add (mapping, "Wann", "when"));
  g_assert_true (outlay_csv_mapping_add (mapping, "Wann", "time"));
  collector_read (collector, paths, mapping, 1);
  g_assert_cmpuint (collector->rows->len, ==, 3);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_BAD_ROW].count, ==, 2);
  g_assert_cmpuint (collector->troubles[OUTLAY_LOG_BAD_ROW].line, ==, 3);
  rows = (const OutlayLogRow *) (gpointer) collector->rows->data;
  g_assert_cmpstr (rows[0].texts[OUTLAY_ROW_MODEL], ==, "claude;x");
  g_assert_cmpstr (rows[0].texts[OUTLAY_ROW_REPOSITORY], ==, "a \"b\"");
  g_assert_cmpstr (rows[0].texts[OUTLAY_ROW_OUTCOME], ==, "accepted");
  g_assert_cmpint (rows[0].cost, ==, 1250000000);
  g_assert_cmpint (rows[0].tokens.input, ==, 100);
  g_assert_cmpint (rows[0].calls, ==, -1);
  g_assert_cmpint (rows[1].key, !=, rows[2].key);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_moments (void)
{
  static const struct
  {
    const char *text;
    gint64      at;
  } moments[] = {
    { "1970-01-01", -1 },
    { "2000-01-01", G_GINT64_CONSTANT (946684800000) },
    { "2026-02-29", -1 },
    { "2028-02-29T23:59:59.999Z", G_GINT64_CONSTANT (1835481599999) },
    { "2026-07-01T21:37:09.123456Z", G_GINT64_CONSTANT (1782941829123) },
    { "2026-07-01T23:37:09+02:00", G_GINT64_CONSTANT (1782941829000) },
    { "2026-07-01T21:37:09.5", G_GINT64_CONSTANT (1782941829500) },
    { "2026-07-01T24:00:00Z", -1 },
    { "2026-07-01Tx", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gint64 at = -1;
      gboolean good = outlay_parse_moment (moments[i].text, strlen (moments[i].text), &at);

      g_assert_cmpint (at, ==, moments[i].at);
      g_assert_cmpint (good, ==, at != -1);
    }
  g_assert_cmpint (outlay_moment_get_day (G_GINT64_CONSTANT (1835481599999)), ==, 20280229);
  g_assert_cmpint (outlay_moment_get_day (G_GINT64_CONSTANT (1835481600000)), ==, 20280301);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/traps/quoted", test_quoted);
  g_test_add_func ("/ledger/traps/copies", test_copies);
  g_test_add_func ("/ledger/traps/codex", test_codex);
  g_test_add_func ("/ledger/traps/damage", test_damage);
  g_test_add_func ("/ledger/traps/long-line", test_long_line);
  g_test_add_func ("/ledger/traps/many", test_many);
  g_test_add_func ("/ledger/traps/ccusage", test_ccusage);
  g_test_add_func ("/ledger/traps/csv", test_csv);
  g_test_add_func ("/ledger/traps/moments", test_moments);

  return g_test_run ();
}
