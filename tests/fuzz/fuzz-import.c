/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A price list from a stranger: the counts add up, and what is taken can be
 * written and read again as a catalogue. */
#include "fuzz.h"

#include "catalogue-file.h"
#include "import.h"

static void
check_counts (const OutlayImport *import)
{
  guint n = import->n_taken;

  for (guint i = 0; i < OUTLAY_N_LEFT; i++)
    n += import->n_left[i];

  g_assert_cmpuint (n, ==, import->n_rows);
  g_assert_cmpuint (outlay_catalogue_get_prices (import->catalogue)->n_models, ==,
                    import->n_taken + import->n_hours);
}

static void
check_catalogue (const OutlayImport *import)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("written");
  g_autoptr (GBytes) bytes = outlay_catalogue_write (import->catalogue);
  g_autoptr (OutlayCatalogue) read = outlay_catalogue_read (bytes, problems);

  if (read == NULL)
    g_error ("%s", outlay_problems_to_string (problems));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("fuzz");
  OutlayCatalogue *shipped = outlay_catalogue_get_default ();
  g_autoptr (OutlayImport) import =
    outlay_import_read (bytes, 20260801, outlay_catalogue_get_prices (shipped), problems);

  if (import == NULL)
    g_assert_cmpuint (outlay_problems_get_n_total (problems), >, 0);
  else if (import->format == FORMAT)
    {
      check_counts (import);
      check_catalogue (import);
    }

  return 0;
}
