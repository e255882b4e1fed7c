/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "git-moved.h"

#include "git-run.h"

#include <string.h>

/* How changes are printed, so that one change is always the same text. */
#define PRINTED "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color"

typedef struct
{
  const char *folder;
  const char *main_branch;
  GHashTable *changes; /* (element-type utf8 utf8): changes of the main branch to hashes */
  GHashTable *moved;   /* (element-type utf8 utf8): hashes to those on the main branch */
} Search;

/* Returns: (transfer full): the lines that git prints, none or more */
static char **
ask_lines (const Search       *search,
           const char * const *arguments)
{
  g_autofree char *text = outlay_git_run (search->folder, arguments, NULL);

  return g_strsplit (text != NULL ? g_strchomp (text) : "", "\n", -1);
}

/* The tips of branches that have something which the main branch has not. */
static char **
list_tips (const Search *search)
{
  const char * const arguments[] = {
    "for-each-ref", "--format=%(objectname)", "--no-merged", search->main_branch, "refs/heads",
    "refs/remotes", NULL
  };

  return ask_lines (search, arguments);
}

/* Where the oldest of the branches left the main branch; %NULL where one never did. */
static char *
find_first_base (const Search  *search,
                 char         **tips)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  char *base;

  g_ptr_array_add (arguments, (gpointer) "merge-base");
  g_ptr_array_add (arguments, (gpointer) "--octopus");
  g_ptr_array_add (arguments, (gpointer) search->main_branch);
  for (guint i = 0; tips[i] != NULL; i++)
    g_ptr_array_add (arguments, tips[i]);
  g_ptr_array_add (arguments, NULL);
  base = outlay_git_run (search->folder, (const char * const *) arguments->pdata, NULL);

  return base != NULL ? g_strchomp (base) : NULL;
}

/* Calls @each with the change and the hash of each line. */
static void
read_changes (const Search *search,
              char         *text, /* (transfer full) (nullable) */
              void        (*each) (const Search *search,
                                   const char   *change,
                                   const char   *hash))
{
  g_autofree char *own = text;
  g_auto (GStrv) lines = g_strsplit (own != NULL ? own : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');

      if (space == NULL)
        continue;
      *space = '\0';
      each (search, lines[i], space + 1);
    }
}

static void
add_change (const Search *search,
            const char   *change,
            const char   *hash)
{
  g_hash_table_replace (search->changes, g_strdup (change), g_strdup (hash));
}

static void
add_moved (const Search *search,
           const char   *change,
           const char   *hash)
{
  const char *on_main = g_hash_table_lookup (search->changes, change);

  if (on_main != NULL)
    g_hash_table_replace (search->moved, g_strdup (hash), g_strdup (on_main));
}

/* All that stands on a branch alone was merged as one commit. */
static void
add_branch (const Search *search,
            const char   *tip,
            const char   *on_main)
{
  g_autofree char *range = g_strdup_printf ("%s..%s", search->main_branch, tip);
  const char * const arguments[] = { "rev-list", "--no-merges", range, "--", NULL };
  g_auto (GStrv) hashes = ask_lines (search, arguments);

  for (guint i = 0; hashes[i] != NULL; i++)
    if (*hashes[i] != '\0')
      g_hash_table_replace (search->moved, g_strdup (hashes[i]), g_strdup (on_main));
}

static void
look_at_branch (const Search *search,
                const char   *tip)
{
  /* Against where it left the main branch. */
  g_autofree char *range = g_strdup_printf ("%s...%s", search->main_branch, tip);
  const char * const arguments[] = { "diff", PRINTED, range, "--", NULL };
  g_autofree char *text = outlay_git_run_patch_ids (search->folder, arguments);
  const char *on_main;

  if (text == NULL || strchr (text, ' ') == NULL)
    return;

  *strchr (text, ' ') = '\0';
  on_main = g_hash_table_lookup (search->changes, text);
  if (on_main != NULL)
    add_branch (search, tip, on_main);
}

/* @range: of the main branch, since the first of the others left it */
static void
look_at_commits (const Search *search,
                 const char   *range)
{
  const char * const on_main[] = { "log", "--patch", "--no-merges", PRINTED, range, "--", NULL };
  const char * const on_branches[] = {
    "log", "--patch", "--no-merges", PRINTED, "--all", "--not", search->main_branch, "--", NULL
  };

  read_changes (search, outlay_git_run_patch_ids (search->folder, on_main), add_change);
  if (g_hash_table_size (search->changes) > 0)
    read_changes (search, outlay_git_run_patch_ids (search->folder, on_branches), add_moved);
}

/**
 * outlay_git_find_moved:
 * @folder: in a repository
 * @main_branch: its main branch
 *
 * Looks at what branches have that the main branch has not. A branch that went on
 * after it was merged as one commit is not recognised.
 *
 * Returns: (transfer full) (element-type utf8 utf8): hashes of commits on branches to
 *   those of the same change on the main branch
 */
GHashTable *
outlay_git_find_moved (const char *folder,
                       const char *main_branch)
{
  g_autoptr (GHashTable) changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const Search search = { folder, main_branch, changes, moved };
  g_auto (GStrv) tips = list_tips (&search);
  g_autofree char *base = tips[0] != NULL ? find_first_base (&search, tips) : NULL;
  g_autofree char *range = NULL;

  if (base == NULL)
    return moved;

  range = g_strdup_printf ("%s..%s", base, main_branch);
  look_at_commits (&search, range);
  for (guint i = 0; tips[i] != NULL && g_hash_table_size (changes) > 0; i++)
    look_at_branch (&search, tips[i]);

  return moved;
}
