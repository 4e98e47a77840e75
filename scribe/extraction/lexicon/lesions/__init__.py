"""Statements → somatic dysfunction, subluxation complex, narrowings and other lesions, and the notation of position."""
