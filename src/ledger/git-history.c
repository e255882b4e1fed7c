/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of commits. A commit is on the main branch under its own hash; or, where
 * branches are rebased, as one of the same author, moment and subject; or as one that
 * changes the same lines, alone or with all of its branch: see git-moved.h. */
#include "git-history.h"

#include "git-moved.h"
#include "git-run.h"

#include <string.h>

#define REVERTS "This reverts commit "
#define HASH    40

static void
clear_commit (gpointer data)
{
  OutlayGitCommit *commit = data;

  g_free (commit->hash);
  g_free (commit->key);
}

void
outlay_git_history_free (OutlayGitHistory *history)
{
  g_ptr_array_unref (history->names);
  g_array_unref (history->commits);
  g_free (history);
}

/* The branch into which work is merged. */
static char *
find_main (const char *folder)
{
  static const char * const names[] = {
    "origin/HEAD", "origin/main", "origin/master", "main", "master"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char * const arguments[] = { "rev-parse", "--verify", "--quiet", names[i], NULL };
      g_autofree char *found = outlay_git_run (folder, arguments, NULL);

      if (found != NULL)
        return g_strdup (names[i]);
    }

  return g_strdup ("HEAD");
}

/* "name" and "owner/name" of an address. */
static void
add_names_of_address (GPtrArray  *names,
                      const char *address)
{
  g_autofree char *text = g_strstrip (g_strdup (address));
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (g_str_has_suffix (text, ".git"))
    text[strlen (text) - strlen (".git")] = '\0';
  parts = g_strsplit_set (text, "/:", -1);
  n_parts = g_strv_length (parts);
  if (n_parts >= 1 && *parts[n_parts - 1] != '\0')
    g_ptr_array_add (names, g_strdup (parts[n_parts - 1]));
  if (n_parts >= 2)
    g_ptr_array_add (names, g_strconcat (parts[n_parts - 2], "/", parts[n_parts - 1], NULL));
}

static gboolean
read_names (OutlayGitHistory  *history,
            const char        *folder,
            GError           **error)
{
  const char * const top[] = { "rev-parse", "--show-toplevel", NULL };
  const char * const remote[] = { "config", "--get-regexp", "^remote\\..*\\.url$", NULL };
  g_autofree char *path = outlay_git_run (folder, top, error);
  g_autofree char *remotes = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL)
    return FALSE;

  g_ptr_array_add (history->names, g_path_get_basename (g_strchomp (path)));
  remotes = outlay_git_run (folder, remote, NULL);
  lines = g_strsplit (remotes != NULL ? remotes : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strchr (lines[i], ' ') != NULL)
      add_names_of_address (history->names, strchr (lines[i], ' ') + 1);

  return TRUE;
}

/* The fields of a commit, as they are asked for. */
typedef enum
{
  COMMIT_HASH,
  COMMIT_PARENTS,
  COMMIT_TIME,
  COMMIT_EMAIL,
  COMMIT_SUBJECT,
  COMMIT_BODY,
  N_COMMIT_FIELDS
} CommitField;

static char **
read_log (const char  *folder,
          const char  *of,
          GError     **error)
{
  const char * const arguments[] = {
    "log", "--format=%H%x1f%P%x1f%at%x1f%ae%x1f%s%x1f%b%x1e", of, "--", NULL
  };
  g_autofree char *output = outlay_git_run (folder, arguments, error);

  return output != NULL ? g_strsplit (output, "\x1e", -1) : NULL;
}

/* Returns: (nullable): the fields of an entry of the log; %NULL behind the last */
static char **
split_entry (const char *entry)
{
  g_auto (GStrv) fields = NULL;

  while (*entry == '\n')
    entry++;
  fields = g_strsplit (entry, "\x1f", N_COMMIT_FIELDS);

  return g_strv_length (fields) == N_COMMIT_FIELDS ? g_steal_pointer (&fields) : NULL;
}

static char *
make_key (char **fields)
{
  return g_strjoin ("\x1f", fields[COMMIT_TIME], fields[COMMIT_EMAIL], fields[COMMIT_SUBJECT],
                    NULL);
}

typedef struct
{
  const char *folder;
  GHashTable *keys;     /* (element-type utf8 utf8): hashes of the main branch to keys */
  GHashTable *merged;   /* (element-type utf8): keys */
  GHashTable *reverted; /* (element-type utf8): hashes, of those that still are */
  char       *name;
} Branch;

/* Takes back what a merge brought: all that is behind it and not on its first side. */
static void
revert_merge (Branch     *branch,
              const char *hash)
{
  g_autofree char *range = g_strdup_printf ("%s^1..%s", hash, hash);
  const char * const arguments[] = { "rev-list", range, "--", NULL };
  g_autofree char *output = outlay_git_run (branch->folder, arguments, NULL);
  g_auto (GStrv) hashes = g_strsplit (output != NULL ? output : "", "\n", -1);

  for (guint i = 0; hashes[i] != NULL; i++)
    if (*hashes[i] != '\0')
      g_hash_table_add (branch->reverted, g_strdup (hashes[i]));
}

/* The newest come first, so that what takes a reversal back is known before it. */
static void
read_reversals (Branch *branch,
                char  **fields)
{
  const char *said = fields[COMMIT_BODY];

  if (g_hash_table_contains (branch->reverted, fields[COMMIT_HASH]))
    return;

  while ((said = strstr (said, REVERTS)) != NULL)
    {
      g_autofree char *hash = NULL;

      said += strlen (REVERTS);
      if (strspn (said, "0123456789abcdef") != HASH)
        continue;

      hash = g_strndup (said, HASH);
      revert_merge (branch, hash);
      g_hash_table_add (branch->reverted, g_steal_pointer (&hash));
    }
}

static gboolean
read_main (Branch  *branch,
           GError **error)
{
  g_auto (GStrv) entries = NULL;

  branch->name = find_main (branch->folder);
  entries = read_log (branch->folder, branch->name, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) fields = split_entry (entries[i]);

      if (fields == NULL)
        continue;

      read_reversals (branch, fields);
      g_hash_table_insert (branch->keys, g_strdup (fields[COMMIT_HASH]), make_key (fields));
      g_hash_table_add (branch->merged, make_key (fields));
    }

  return TRUE;
}

/* Keys of what was taken back: a commit on a branch may have another hash. */
static GHashTable *
list_reverted_keys (Branch *branch)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, branch->reverted);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      gpointer key = g_hash_table_lookup (branch->keys, hash);

      if (key != NULL)
        g_hash_table_add (keys, key);
    }

  return keys;
}

/* It is on the main branch as another commit, and is what became of that. */
static void
find_moved (OutlayGitCommit *commit,
            GHashTable      *moved,
            const Branch    *branch)
{
  const char *hash = g_hash_table_lookup (moved, commit->hash);

  commit->is_merged = hash != NULL;
  commit->is_reverted = hash != NULL && g_hash_table_contains (branch->reverted, hash);
}

static gboolean
read_commits (OutlayGitHistory  *history,
              Branch            *branch,
              GError           **error)
{
  g_auto (GStrv) entries = read_log (branch->folder, "--all", error);
  g_autoptr (GHashTable) reverted = list_reverted_keys (branch);
  g_autoptr (GHashTable) moved = outlay_git_find_moved (branch->folder, branch->name);

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_auto (GStrv) fields = split_entry (entries[i]);
      OutlayGitCommit commit = { 0 };

      if (fields == NULL)
        continue;

      commit.hash = g_strdup (fields[COMMIT_HASH]);
      commit.at = g_ascii_strtoll (fields[COMMIT_TIME], NULL, 10) * 1000;
      commit.key = make_key (fields);
      commit.is_merge = strchr (fields[COMMIT_PARENTS], ' ') != NULL;
      commit.is_merged = g_hash_table_contains (branch->merged, commit.key);
      commit.is_reverted = g_hash_table_contains (reverted, commit.key);
      if (!commit.is_merged)
        find_moved (&commit, moved, branch);
      g_array_append_val (history->commits, commit);
    }

  return entries != NULL;
}

/**
 * outlay_git_history_read:
 * @folder: in a repository
 * @error: return location for an error of %OUTLAY_GIT_ERROR
 *
 * Returns: (transfer full) (nullable): what its branches hold
 */
OutlayGitHistory *
outlay_git_history_read (const char  *folder,
                         GError     **error)
{
  g_autoptr (OutlayGitHistory) history = g_new0 (OutlayGitHistory, 1);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) reverted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Branch branch = { folder, keys, merged, reverted, NULL };

  history->names = g_ptr_array_new_with_free_func (g_free);
  history->commits = g_array_new (FALSE, FALSE, sizeof (OutlayGitCommit));
  g_array_set_clear_func (history->commits, clear_commit);
  if (!read_names (history, folder, error) || !read_main (&branch, error) ||
      !read_commits (history, &branch, error))
    g_clear_pointer (&history, outlay_git_history_free);
  g_free (branch.name);

  return g_steal_pointer (&history);
}
