/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence.h"

#define RIGHT_TO_LEFT_MARK "\342\200\217"    /* U+200F */
#define LEFT_TO_RIGHT_ISOLATE "\342\201\246" /* U+2066 */
#define ISOLATE_END "\342\201\251"           /* U+2069 */

static gboolean
runs_from_right (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
         script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
         script == G_UNICODE_SCRIPT_NKO;
}

static gboolean
has_letter_from_right (const char *line)
{
  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    if (runs_from_right (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

/**
 * outlay_sentence_lay_out:
 * @text: (nullable): lines of text
 *
 * Pango lays out each line in the direction of its first letter: a sentence in Arabic
 * that begins with the name of a model would stand at the left, with its words in the
 * wrong order.
 *
 * Returns: (transfer full): the text, with marks that make each line follow the
 *   direction of the program; a line wholly in the other script keeps its own order.
 *   An empty text for %NULL
 */
char *
outlay_sentence_lay_out (const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL || *text == '\0' || gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR)
    return g_strdup (text != NULL ? text : "");

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_steal_pointer (&lines[i]);

      lines[i] = has_letter_from_right (line)
                   ? g_strconcat (RIGHT_TO_LEFT_MARK, line, NULL)
                   : g_strconcat (RIGHT_TO_LEFT_MARK LEFT_TO_RIGHT_ISOLATE, line, ISOLATE_END,
                                  NULL);
    }

  return g_strjoinv ("\n", lines);
}

/**
 * outlay_label_set_sentence:
 * @label: a label
 * @text: (nullable): what it is to say
 *
 * Sets a label's text, which follows the direction of the program.
 */
void
outlay_label_set_sentence (GtkLabel   *label,
                           const char *text)
{
  g_autofree char *sentence = outlay_sentence_lay_out (text);

  gtk_label_set_label (label, sentence);
}
