package org.rongyi.platform.database;

/**
 * 停办: an event of this program. It cannot do anything for now, as without a key of its data, or it can again. Whoever works without being asked
 * listens.
 *
 * @param begins false when it is over
 */
public record Standstill(boolean begins) {}
