/** 办理路径: what a route may say, and the pure rules by which a case moves along it. */
@NamedInterface("route")
package org.rongyi.platform.approval.route;

import org.springframework.modulith.NamedInterface;
