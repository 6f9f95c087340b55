package org.rongyi.people.person;

import org.rongyi.platform.kernel.DivisionCode;

/**
 * 所在: a place that sees the person's file.
 *
 * @param groupName 村民小组或街路; empty when unknown
 * @param responsible whether this place's station answers for contact; exactly one place of a person does
 */
public record Place(PlaceKind kind, DivisionCode code, String address, String groupName, boolean responsible) {}
