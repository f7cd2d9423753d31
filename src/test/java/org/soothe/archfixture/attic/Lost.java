package org.soothe.archfixture.attic;

/** In a room that nobody drew, and in a package that says nothing about null. */
final class Lost {}
