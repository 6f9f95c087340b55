/**
 * 办理 · act: the one runner of acts of the office. It opens the transaction, sets the scope, makes a command count only
 * once, keeps its outcome and leaves the trail.
 *
 * <p>Legal basis: 在线政务服务的若干规定 (each act attributable, repeatable submission harmless).
 */
@ApplicationModule(
        id = "act",
        displayName = "办理 act",
        allowedDependencies = {"kernel", "database", "vault", "audit"})
package org.rongyi.platform.act;

import org.springframework.modulith.ApplicationModule;
