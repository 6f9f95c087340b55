/**
 * 分配: pure functions from a canonical problem to the assignment and its transcript. No database, no clock, no randomness, no
 * floating point: the same input gives the same bytes.
 */
@NullMarked
package org.rongyi.career.placement.allocation;

import org.jspecify.annotations.NullMarked;
