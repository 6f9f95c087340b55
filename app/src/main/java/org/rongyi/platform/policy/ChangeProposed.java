package org.rongyi.platform.policy;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/**
 * A parameter's new value waits for a second person; published inside the transaction that proposed it.
 *
 * @param parameter in words
 * @param from the day it would begin
 */
public record ChangeProposed(UUID change, String parameter, LocalDate from, Actor.Office maker) {}
