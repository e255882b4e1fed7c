/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures and texts are written: the same in every locale, and read back the
 * same. */
#include "json-writer.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
assert_number (double      value,
               const char *expected)
{
  g_autofree char *text = outlay_number_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_numbers (void)
{
  assert_number (0, "0");
  assert_number (7, "7");
  assert_number (-2.5, "-2.5");
  assert_number (0.1, "0.1");
  assert_number (0.6, "0.6");
  assert_number (0.1 + 0.2, "0.30000000000000004");
  assert_number (1 / 3.0, "0.3333333333333333");
  assert_number (1000000, "1000000");
  assert_number (123456789012345, "123456789012345");
  assert_number (9007199254740992.0, "9007199254740992");
  assert_number (1e300, "1e+300");
  assert_number (1e-6, "1e-06");
}

/* The fewest digits that read back the same. */
static void
test_numbers (void)
{
  assert_numbers ();

  for (int i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 |
                     (guint32) g_test_rand_int ();
      g_autofree char *text = NULL;
      double value;

      memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;
      text = outlay_number_to_string (value);
      g_assert_true (g_ascii_strtod (text, NULL) == value);
      g_assert_cmpuint (strlen (text), <=, 24);
    }
}

static void
test_german_numbers (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  assert_numbers ();
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_layout (void)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autofree char *text = NULL;
  const double pair[] = { 0.5, NAN };

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_key (writer, "empty");
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_key (writer, "none");
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_key (writer, "pair");
  outlay_json_writer_numbers (writer, pair, 2);
  outlay_json_writer_key (writer, "list");
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_whole (writer, G_GINT64_CONSTANT (9007199254740993));
  outlay_json_writer_flag (writer, TRUE);
  outlay_json_writer_text (writer, NULL);
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_begin_line (writer);
  outlay_json_writer_key (writer, "a");
  outlay_json_writer_number (writer, 1.5);
  outlay_json_writer_key (writer, "b");
  outlay_json_writer_number (writer, INFINITY);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_line (writer);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);

  text = outlay_json_writer_finish (writer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   " \"empty\": {},\n"
                   " \"none\": [],\n"
                   " \"pair\": [0.5, null],\n"
                   " \"list\": [\n"
                   "  9007199254740993,\n"
                   "  true,\n"
                   "  null,\n"
                   "  {\"a\": 1.5, \"b\": null}\n"
                   " ]\n"
                   "}\n");
}

static void
test_texts (void)
{
  static const struct { const char *text; const char *written; } table[] = {
    { "", "\"\"\n" },
    { "plain", "\"plain\"\n" },
    { "\"quoted\" \\ back", "\"\\\"quoted\\\" \\\\ back\"\n" },
    { "a\nb\tc\rd\x01" "e\x1F", "\"a\\nb\\tc\\u000dd\\u0001e\\u001f\"\n" },
    { "</script>", "\"</script>\"\n" },
    { "M\xC3\xBCller \xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x98\x80",
      "\"M\xC3\xBCller \xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x98\x80\"\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
      g_autofree char *written = NULL;

      outlay_json_writer_text (writer, table[i].text);
      written = outlay_json_writer_finish (writer);
      g_assert_cmpstr (written, ==, table[i].written);
    }
}

/* A writer that is given up frees what it has. */
static void
test_given_up (void)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_list (writer);
  outlay_json_writer_text (writer, "never finished");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/german-numbers", test_german_numbers);
  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/texts", test_texts);
  g_test_add_func ("/json-writer/given-up", test_given_up);

  return g_test_run ();
}
