package org.rongyi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 戎驿: one program for a province's veterans' service. */
@SpringBootApplication
public class Rongyi {

    public static void main(String[] args) {
        SpringApplication.run(Rongyi.class, args);
    }
}
