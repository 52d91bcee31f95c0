package io.skyferry.webodm;

import java.util.List;

/**
 * What a project is made from.
 *
 * @param name at most 255 characters
 * @param marker hidden tag that recognises the project after a crash
 * @param tags without blanks: WebODM splits a tag at a blank
 */
public record NewProject(String name, String description, String marker, List<String> tags) {}
