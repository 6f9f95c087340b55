package org.rongyi;

import org.springframework.boot.SpringApplication;

/**
 * What the build reads to write down ahead of time which beans there are and how they are made, so that a start need
 * not find it out again. Runs nothing: the build stops it before a bean is made.
 */
final class Blueprint {

    private Blueprint() {}

    public static void main(String[] args) {
        new SpringApplication(Rongyi.class).run(args);
    }
}
