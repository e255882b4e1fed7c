/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is no JSON as in RFC 8259, or more of it than a stranger may send. */
#include "reading.h"

#include "json-keys.h"
#include "json-text.h"

#include <string.h>

static const ReadingCase syntax[] = {
  { "nothing", "", "(top): the file is empty" },
  { "blanks alone", " \n",
    "line 2, column 1: this is not JSON: unexpected token near end of file" },
  { "truncated", "{\"turns\": 3",
    "line 1, column 11: this is not JSON: '}' expected near end of file" },
  { "truncated in a word", "{\"name\": \"For",
    "line 1, column 13: this is not JSON: premature end of input near '\"For'" },
  { "a list", "[]", "(top): found []; allowed is an object" },
  { "a number", "7", "(top): found 7; allowed is an object" },
  { "null", "null", "(top): found null; allowed is an object" },
  { "a word", "\"team\"", "(top): found \"team\"; allowed is an object" },

  { "a comment", "{ // three\n\"turns\": 3}",
    "line 1, column 3: this is not JSON: string or '}' expected near '/'" },
  { "a comment behind", "{\"turns\": 3} /* three */",
    "line 1, column 14: this is not JSON: end of file expected near '/'" },
  { "single quotes", "{'turns': 3}",
    "line 1, column 2: this is not JSON: string or '}' expected near '''" },
  { "a key without quotes", "{turns: 3}",
    "line 1, column 6: this is not JSON: string or '}' expected near 'turns'" },
  { "trailing text", "{\"turns\": 3} x",
    "line 1, column 14: this is not JSON: end of file expected near 'x'" },
  { "a second value", "{}{}", "line 1, column 3: this is not JSON: end of file expected near '{'" },
  { "a trailing comma", "{\"turns\": 3,\n}",
    "line 2, column 1: this is not JSON: string or '}' expected near '}'" },
  { "a missing comma", "{\"turns\": 3 \"months\": 1}",
    "line 1, column 20: this is not JSON: '}' expected near '\"months\"'" },

  { "NaN", "{\"turns\": NaN}", "line 1, column 13: this is not JSON: invalid token near 'NaN'" },
  { "Infinity", "{\"turns\": Infinity}",
    "line 1, column 18: this is not JSON: invalid token near 'Infinity'" },
  { "a number that overflows", "{\"turns\": 1e400}",
    "line 1, column 15: this is not JSON: real number overflow near '1e400'" },
  { "a negative number that overflows", "{\"turns\": -1e400}",
    "line 1, column 16: this is not JSON: real number overflow near '-1e400'" },
  { "hexadecimal", "{\"turns\": 0x10}",
    "line 1, column 12: this is not JSON: '}' expected near 'x'" },
  { "a leading zero", "{\"turns\": 03}",
    "line 1, column 11: this is not JSON: invalid token near '0'" },
  { "a leading point", "{\"turns\": .5}",
    "line 1, column 11: this is not JSON: invalid token near '.'" },
  { "a leading plus", "{\"turns\": +5}",
    "line 1, column 11: this is not JSON: invalid token near '+'" },
  { "a decimal comma", "{\"turns\": 3,5}",
    "line 1, column 13: this is not JSON: string or '}' expected near '5'" },

  { "half a surrogate pair", "{\"name\": \"\\ud800\"}",
    "line 1, column 17: this is not JSON: invalid Unicode '\\uD800' near '\"\\ud800\"'" },
  { "NUL, escaped", "{\"name\": \"\\u0000\"}",
    "line 1, column 17: this is not JSON: \\u0000 is not allowed in text" },
  { "a newline in a word", "{\"name\": \"a\nb\"}",
    "line 1, column 11: this is not JSON: unexpected newline near '\"a'" },
};

static void
test_syntax (void)
{
  assert_readings (syntax, G_N_ELEMENTS (syntax));
}

static void
test_encoding (void)
{
  static const struct { const char *row; const char *text; gssize length; const char *problems; }
  table[] = {
    { "a byte-order mark", "\xEF\xBB\xBF{}", -1,
      "line 1, column 1: a byte-order mark; allowed is UTF-8 without one" },
    { "UTF-16, little end first, with a mark", "\xFF\xFE{\0}\0", 6,
      "line 1, column 1: the text is UTF-16; allowed is UTF-8" },
    { "UTF-16, big end first, with a mark", "\xFE\xFF\0{\0}", 6,
      "line 1, column 1: the text is UTF-16; allowed is UTF-8" },
    { "UTF-16 without a mark", "{\0}\0", 4, "(top): a NUL byte: this is no text in UTF-8" },
    { "a NUL byte", "{}\0", 3, "(top): a NUL byte: this is no text in UTF-8" },
    { "a NUL byte in a word", "{\"name\": \"a\0b\"}", 16,
      "(top): a NUL byte: this is no text in UTF-8" },
    { "Latin-1", "{\"name\": \"M\xFCller\"}", -1,
      "line 1, column 11: this is not JSON: unable to decode byte 0xfc near '\"M'" },
    { "an overlong form", "{\"name\": \"\xC0\xAF\"}", -1,
      "line 1, column 10: this is not JSON: unable to decode byte 0xc0 near '\"'" },
    { "UTF-8", "{\"name\": \"M\xC3\xBCller, \xE6\x9D\xB1\xE4\xBA\xAC \\ud83d\\ude00\"}", -1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    assert_reading (table[i].row, table[i].text, table[i].length, table[i].problems);
}

static char *
nest (guint depth)
{
  GString *text = g_string_new ("{\"notes\": ");

  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 1; i < depth; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct { const char *row; guint depth; const char *problems; } table[] = {
    { "as deep as allowed", 64, "notes: found [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      "[[[[[[[[[[[[[…; allowed is text" },
    { "deeper", 65, "line 1, column 74: nested too deep; at most 64 levels are read" },
    { "much deeper", 200000, "line 1, column 74: nested too deep; at most 64 levels are read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = nest (table[i].depth);

      assert_reading (table[i].row, text, -1, table[i].problems);
    }

  /* Brackets in a word do not nest, nor do quotes behind a backslash end it. */
  assert_reading ("brackets in a word",
                  "{\"notes\": \"\\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                  "[[[[[[[[[[[[[[[[{{{{{{{{{{{{{{{{{{{\"}", -1, "");
}

static void
test_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("{\"notes\": [1");

  while (text->len < 2000020)
    g_string_append (text, ",1");
  g_string_append (text, "]}");
  assert_reading ("a million values", text->str, (gssize) text->len,
                  "line 1, column 2000007: too many values; at most 1000000 are read");
}

/* Each key that stands twice in one object is named with its path. */
static const ReadingCase duplicates[] = {
  { "at the top", "{\"turns\": 3, \"months\": 1, \"turns\": 4}", "turns: duplicate key" },
  { "all of them", "{\"turns\": 3, \"turns\": 4, \"months\": 1, \"months\": 2, \"turns\": 5}",
    "turns: duplicate key\nmonths: duplicate key\nturns: duplicate key" },
  { "in an object", "{\"learning\": {\"curve\": \"flat\", \"curve\": \"flat\"}}",
    "learning.curve: duplicate key" },
  { "in a list", "{\"options\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"model\", "
    "\"model\": \"openai/gpt-5.5\"}, {\"id\": \"b\", \"name\": \"B\", \"kind\": \"model\", "
    "\"model\": \"openai/gpt-5.5\", \"name\": \"C\"}]}",
    "options[1].name: duplicate key" },
  { "written in another way", "{\"turns\": 3, \"t\\u0075rns\": 4}", "turns: duplicate key" },
  { "with an escape of its own", "{\"a\\\"b\": 3, \"a\\\"b\": 4}",
    "a\"b: duplicate key\na\"b: unknown key" },
  { "the same key in different objects is none",
    "{\"learning\": {\"months\": 3}, \"months\": 3}", "" },
  { "a value like a key is none", "{\"name\": \"turns\", \"notes\": \"turns\", \"turns\": 3}", "" },
  { "beside other problems", "{\"turns\": 3, \"turns\": 0, \"mnths\": 1}",
    "turns: duplicate key\nturns: found 0; allowed is a number, 1 to 100\n"
    "mnths: unknown key; did you mean \"months\"?" },
};

static void
test_duplicates (void)
{
  assert_readings (duplicates, G_N_ELEMENTS (duplicates));
}

/* What a problem quotes is never long, and never breaks a letter in two. */
static void
test_excerpt (void)
{
  static const struct { const char *json; const char *excerpt; } table[] = {
    { "7", "7" }, { "0.1", "0.1" }, { "1e300", "1e+300" }, { "-2.50", "-2.5" },
    { "true", "true" }, { "null", "null" }, { "\"word\"", "\"word\"" },
    { "{}", "an object" }, { "{\"a\": 1}", "an object" },
    { "[]", "[]" }, { "[1, \"a\"]", "[1.0, \"a\"]" }, { "[1, 2, 3, 4, 5]", "a list of 5" },
    { "\"1234567890123456789012345678901234567890123456789012345678\"",
      "\"1234567890123456789012345678901234567890123456789012345678\"" },
    { "\"12345678901234567890123456789012345678901234567890123456789\xC3\xBCx\"",
      "\"12345678901234567890123456789012345678901234567890123456789…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].json, strlen (table[i].json));
      g_autoptr (json_t) json = outlay_json_parse (bytes, problems);
      g_autofree char *excerpt = NULL;

      g_assert_nonnull (json);
      excerpt = outlay_json_excerpt (json);
      g_assert_cmpstr (excerpt, ==, table[i].excerpt);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/syntax", test_syntax);
  g_test_add_func ("/json/encoding", test_encoding);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/many-values", test_many_values);
  g_test_add_func ("/json/duplicates", test_duplicates);
  g_test_add_func ("/json/excerpt", test_excerpt);

  return g_test_run ();
}
