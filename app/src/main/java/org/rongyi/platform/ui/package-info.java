/**
 * 页面组件 · page kit: what every screen is made of: layout, components, charts, words, error pages.
 *
 * <p>Basis: WCAG 2.2 AA; 工业和信息化部《互联网应用适老化及无障碍改造》 for the elder mode. Open: everything public here
 * is meant for the rooms, whatever folder it stands in; {@code web} keeps its own to itself.
 */
@ApplicationModule(
        id = "ui",
        displayName = "页面组件 page kit",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel"})
@NullMarked
package org.rongyi.platform.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
