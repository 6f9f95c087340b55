package org.rongyi.platform.ui.web;

import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 组件一览: every component in each of its states. */
@Controller
class GalleryController {

    @GetMapping("/dev/ui")
    @Allow(everyone = true)
    GalleryPage show() {
        return new GalleryPage();
    }
}
