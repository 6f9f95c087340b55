package org.rongyi.platform.notice;

import org.springframework.core.env.Environment;

/** Settings as a test wants them. */
public final class TestSettings {

    private TestSettings() {}

    public static Settings of(Environment environment) {
        return new Settings(environment);
    }
}
