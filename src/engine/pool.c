/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pool.h"

#include <string.h>

/* A scenario fits in one or two blocks of the first size; what needs more gets
 * larger ones. */
#define FIRST_BLOCK_SIZE 8192
#define LARGEST_BLOCK_SIZE 262144
#define ALIGNMENT 16

struct _OutlayPool
{
  GPtrArray *blocks; /* (element-type gpointer): freed with the pool */
  char      *free_start;
  gsize      free_size;
  gsize      block_size; /* of the next block */
};

OutlayPool *
outlay_pool_new (void)
{
  OutlayPool *pool = g_new0 (OutlayPool, 1);

  pool->blocks = g_ptr_array_new_with_free_func (g_free);
  pool->block_size = FIRST_BLOCK_SIZE;

  return pool;
}

void
outlay_pool_free (OutlayPool *pool)
{
  g_ptr_array_unref (pool->blocks);
  g_free (pool);
}

/**
 * outlay_pool_alloc0:
 * @pool: a pool
 * @n_items: how many items
 * @item_size: the size of one, in bytes
 *
 * Returns: (transfer none): zeroed memory that lives as long as @pool, or
 *   %NULL for no items
 */
gpointer
outlay_pool_alloc0 (OutlayPool *pool,
                    gsize       n_items,
                    gsize       item_size)
{
  gpointer memory;
  gsize size;

  if (n_items == 0)
    return NULL;

  g_assert (item_size <= (G_MAXSIZE - ALIGNMENT) / n_items);
  size = (n_items * item_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

  if (size > pool->block_size / 4)
    {
      memory = g_malloc0 (size);
      g_ptr_array_add (pool->blocks, memory);
      return memory;
    }

  if (size > pool->free_size)
    {
      pool->free_start = g_malloc0 (pool->block_size);
      pool->free_size = pool->block_size;
      pool->block_size = MIN (pool->block_size * 2, LARGEST_BLOCK_SIZE);
      g_ptr_array_add (pool->blocks, pool->free_start);
    }

  memory = pool->free_start;
  pool->free_start += size;
  pool->free_size -= size;

  return memory;
}

char *
outlay_pool_strdup (OutlayPool *pool,
                    const char *text)
{
  gsize size;

  if (text == NULL)
    return NULL;

  size = strlen (text) + 1;

  return memcpy (outlay_pool_alloc0 (pool, size, 1), text, size);
}
