# The web app, built by npm into build/web and carried inside the binary.
