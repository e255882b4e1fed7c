/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What screen readers ask of a PDF and cairo 1.16 cannot write: the language, and
 * words for the figures. They are appended as PDF (ISO 32000-1, 7.5.6) lets a file
 * be updated: the objects that change once more, and a table of where they are. */
#include "pdf-amend.h"

#include <stdio.h>
#include <string.h>

/* Bytes of an entry of the table of objects. */
#define ENTRY_SIZE 20

/* Bytes that hold the trailer. */
#define TAIL_SIZE 200

typedef struct
{
  guint number;
  gsize offset;
} Object;

/* A file as cairo writes it. */
typedef struct
{
  const char *text;
  gsize       size;
  gsize       xref;
  guint       n_objects;
  guint       root;
  guint       info;
  const char *entries; /* of the table of objects */
} Pdf;

static gboolean
read_pdf (Pdf              *pdf,
          const GByteArray *file)
{
  const char *trailer, *table;
  unsigned long xref;
  guint n_entries;
  int length = 0;

  pdf->text = (const char *) file->data;
  pdf->size = file->len;
  if (pdf->size < TAIL_SIZE)
    return FALSE;

  /* Only the end is sure to be text. */
  trailer = g_strrstr (pdf->text + pdf->size - TAIL_SIZE, "trailer\n");
  if (trailer == NULL ||
      sscanf (trailer, "trailer << /Size %u /Root %u 0 R /Info %u 0 R >> startxref %lu",
              &pdf->n_objects, &pdf->root, &pdf->info, &xref) != 4 || xref >= pdf->size)
    return FALSE;

  pdf->xref = xref;
  table = pdf->text + xref;
  if (sscanf (table, "xref 0 %u%n", &n_entries, &length) != 1 || n_entries != pdf->n_objects)
    return FALSE;

  pdf->entries = table + length + 1;

  return pdf->entries + (gsize) n_entries * ENTRY_SIZE <= pdf->text + pdf->size;
}

/* Returns: (nullable): the text of an object, up to where its dictionary ends */
static char *
read_dictionary (const Pdf *pdf,
                 guint      number,
                 gsize     *offset)
{
  g_autofree char *heading = g_strdup_printf ("%u 0 obj\n<< ", number);
  const char *end, *close;

  *offset = g_ascii_strtoull (pdf->entries + (gsize) number * ENTRY_SIZE, NULL, 10);
  if (number >= pdf->n_objects || *offset >= pdf->size ||
      !g_str_has_prefix (pdf->text + *offset, heading))
    return NULL;

  end = g_strstr_len (pdf->text + *offset, (gssize) (pdf->size - *offset), "endobj");
  close = end != NULL ? g_strrstr_len (pdf->text + *offset,
                                       end - (pdf->text + *offset), ">>") : NULL;

  return close != NULL ? g_strndup (pdf->text + *offset,
                                    (gsize) (close - (pdf->text + *offset))) : NULL;
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const Object *first = a, *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* The figures in the order in which they are read, which is that of the file. */
static GArray *
find_figures (const Pdf *pdf)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Object));

  for (guint number = 1; number < pdf->n_objects; number++)
    {
      Object object = { number, 0 };
      g_autofree char *text = read_dictionary (pdf, number, &object.offset);

      if (text != NULL && strstr (text, "/Type /StructElem\n   /S /Figure\n") != NULL)
        g_array_append_val (figures, object);
    }
  g_array_sort (figures, compare_offsets);

  return figures;
}

/* A text string of PDF: UTF-16, in hexadecimal. */
static char *
write_string (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, &length, NULL);
  GString *text = g_string_new ("<FEFF");

  for (glong i = 0; i < length; i++)
    g_string_append_printf (text, "%04X", units[i]);
  g_string_append_c (text, '>');

  return g_string_free (text, FALSE);
}

/* Writes an object once more, with an entry that it had not. */
static void
add_entry (const Pdf  *pdf,
           GString    *update,
           GString    *table,
           guint       number,
           const char *entry)
{
  gsize old;
  g_autofree char *text = read_dictionary (pdf, number, &old);

  g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          pdf->size + update->len);
  g_string_append_printf (update, "%s   %s\n>>\nendobj\n", text, entry);
}

/**
 * outlay_pdf_amend:
 * @file: a tagged PDF that cairo has written
 * @language: BCP 47 tag of its words
 * @alternatives: (array zero-terminated=1): what its figures show, in their order
 *
 * Tells in which language a file is, and what its figures show, for who hears it,
 * and lets readers show its title in place of its name.
 *
 * Returns: whether it did; a file that is not as cairo 1.16 writes it stays as
 *   it is
 */
gboolean
outlay_pdf_amend (GByteArray         *file,
                  const char         *language,
                  const char * const *alternatives)
{
  g_autoptr (GString) update = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new ("xref\n");
  g_autoptr (GArray) figures = NULL;
  g_autofree char *lang = write_string (language);
  g_autofree char *entry = NULL;
  g_autofree char *catalog = NULL;
  gsize at;
  Pdf pdf;

  g_byte_array_append (file, (const guint8 *) "", 1); /* for sscanf() */
  g_byte_array_set_size (file, file->len - 1);
  if (!read_pdf (&pdf, file))
    return FALSE;

  figures = find_figures (&pdf);
  catalog = read_dictionary (&pdf, pdf.root, &at);
  if (catalog == NULL || figures->len != g_strv_length ((char **) alternatives))
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      g_autofree char *words = write_string (alternatives[i]);
      g_autofree char *alternative = g_strconcat ("/Alt ", words, NULL);

      add_entry (&pdf, update, table, g_array_index (figures, Object, i).number, alternative);
    }
  entry = g_strdup_printf ("/Lang %s\n   /ViewerPreferences << /DisplayDocTitle true >>", lang);
  add_entry (&pdf, update, table, pdf.root, entry);

  g_string_append_printf (table, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
                                 "   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                                 "\n%%%%EOF\n",
                          pdf.n_objects, pdf.root, pdf.info, pdf.xref, pdf.size + update->len);
  g_byte_array_append (file, (const guint8 *) update->str, (guint) update->len);
  g_byte_array_append (file, (const guint8 *) table->str, (guint) table->len);

  return TRUE;
}
