/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there is no libFuzzer: runs a target on every file of a folder, and on
 * each of them cut short and with a few bytes changed, always the same ones. */
#include "fuzz.h"

#include <stdio.h>
#include <string.h>

#define N_CHANGED 60
#define N_CUT 40

static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;

  return *state >> 8;
}

/* A copy of its own, so that a tool sees a read past the end. */
static void
run_on (const char *text,
        gsize       size)
{
  g_autofree guint8 *copy = g_malloc (MAX (1, size));

  if (size > 0)
    memcpy (copy, text, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static void
run_changed (const char *text,
             gsize       size,
             guint32     seed)
{
  static const char taken[] = "{}[]\",:\\0159.-e \nntu\x80\xFF";
  g_autofree char *changed = g_memdup2 (text, size);
  guint32 state = seed;

  for (guint i = 0; size > 0 && i < 1 + seed % 3; i++)
    changed[next_random (&state) % size] = taken[next_random (&state) % (sizeof taken - 1)];
  run_on (changed, size);
}

static guint
replay_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      g_file_get_contents (path, &text, &size, &error);
      g_assert_no_error (error);
      run_on (text, size);
      for (guint i = 0; i < N_CUT; i++)
        run_on (text, size * i / N_CUT);
      for (guint i = 0; i < N_CHANGED; i++)
        run_changed (text, size, i);
      n_files++;
    }

  return n_files;
}

int
main (int    argc,
      char **argv)
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay_folder (argv[i]);
  printf ("%u files\n", n_files);

  return n_files > 0 ? 0 : 1;
}
