package org.rongyi.career.campaign.mutual;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 选定: who was taken for which post. It names nobody.
 *
 * @param position from 1, the first first
 * @param seat of its post, from 1
 * @param paper of the unit, where two typed it
 * @param chain of all down to this one
 */
public record Pick(
        UUID campaign,
        int position,
        UUID candidate,
        String pseudonym,
        UUID post,
        int seat,
        PickHow how,
        @Nullable String paper,
        Instant at,
        String chain) {}
