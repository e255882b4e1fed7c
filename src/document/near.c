/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include <string.h>

/* Longer names are not compared: a hostile file must not cost time. */
#define MAX_LENGTH 200

/* Edit distance with swaps of neighbours (optimal string alignment). */
static guint
edit_distance (const char *a,
               const char *b)
{
  gsize n = strlen (a);
  gsize m = strlen (b);
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  if (n > MAX_LENGTH || m > MAX_LENGTH)
    return G_MAXUINT;

  for (gsize j = 0; j <= m; j++)
    above[j] = (guint) j;

  for (gsize i = 1; i <= n; i++)
    {
      guint *spare = before;

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          guint change = above[j - 1] + (a[i - 1] != b[j - 1]);

          row[j] = MIN (change, 1 + MIN (above[j], row[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }

      before = above;
      above = row;
      row = spare;
    }

  return above[m];
}

/* How far a name is from what was wanted, an edit counting ten. A name that
 * contains what was wanted is near, since people leave out vendors and versions;
 * the less it adds, the nearer. Both are in one case. */
static guint
compare (const char *wanted,
         const char *name)
{
  guint edits;

  if (strlen (wanted) >= 3 && strstr (name, wanted) != NULL)
    return (guint) MIN (strlen (name) - strlen (wanted), MAX_LENGTH);

  edits = edit_distance (wanted, name);

  return edits < G_MAXUINT ? edits * 10 : G_MAXUINT;
}

/* What follows the vendor in an id. */
static const char *
after_vendor (const char *id)
{
  const char *slash = strrchr (id, '/');

  return slash != NULL ? slash + 1 : id;
}

static guint
distance (const OutlayNear *near,
          const char       *name)
{
  g_autofree char *a = NULL, *b = NULL;
  guint whole, tail;

  if (strlen (near->wanted) > MAX_LENGTH || strlen (name) > MAX_LENGTH)
    return G_MAXUINT;

  a = g_utf8_casefold (near->wanted, -1);
  b = g_utf8_casefold (name, -1);
  whole = compare (a, b);
  if (!near->is_id)
    return whole;

  tail = compare (after_vendor (a), after_vendor (b));

  return MIN (whole, tail < G_MAXUINT ? tail + 1 : tail);
}

void
outlay_near_init (OutlayNear *near,
                  const char *wanted)
{
  *near = (OutlayNear) {
    .wanted = wanted,
    .tolerated = (guint) (10 * MAX (2, MIN (strlen (wanted), MAX_LENGTH) / 3)),
  };
}

/* The same for an id of the catalogue, `vendor/name`: the vendor may be missing
 * or another, and some id is always near enough to be named. */
void
outlay_near_init_id (OutlayNear *near,
                     const char *wanted)
{
  *near = (OutlayNear) {
    .wanted = wanted, .is_id = TRUE, .tolerated = G_MAXUINT - 1,
  };
}

/**
 * outlay_near_consider:
 * @near: what has been found so far
 * @name: another name that exists; it must outlive @near
 */
void
outlay_near_consider (OutlayNear *near,
                      const char *name)
{
  guint d = distance (near, name);
  guint at = near->n_names;

  if (d > near->tolerated)
    return;

  while (at > 0 && near->distances[at - 1] > d)
    at--;
  if (at == OUTLAY_MAX_NEAR)
    return;

  for (guint i = MIN (near->n_names, OUTLAY_MAX_NEAR - 1); i > at; i--)
    {
      near->names[i] = near->names[i - 1];
      near->distances[i] = near->distances[i - 1];
    }
  near->names[at] = name;
  near->distances[at] = d;
  near->n_names = MIN (near->n_names + 1, OUTLAY_MAX_NEAR);
}

/**
 * outlay_near_describe:
 * @near: what has been found
 *
 * Returns: (transfer full) (nullable): `"a", "b"`, or %NULL for none
 */
char *
outlay_near_describe (const OutlayNear *near)
{
  GString *text;

  if (near->n_names == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < near->n_names; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", near->names[i]);

  return g_string_free (text, FALSE);
}
